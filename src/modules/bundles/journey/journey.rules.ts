import type { CaseCard } from '../../acceptance/acceptance.facade';
import type { BundleEdge } from '../content/content.inputs';
import { type BundleDraft, fieldOf, materialOf } from '../rules/finding.rules';
import { issuedBy } from '../rules/flows.rules';
import type { JourneyMember } from './journey-member.entity';

export const memberStates = ['waiting', 'submitted', 'granted', 'completed', 'failed', 'dropped'] as const;
export type MemberState = (typeof memberStates)[number];

export const memberReasons = [
  'refused',
  'denied',
  'withdrawn',
  'terminated',
  'not-submitted',
  'predecessor-failed',
  'stopped-by-applicant',
] as const;
export type MemberReason = (typeof memberReasons)[number];

/** An edge as its successor sees it, with the certificate type that flows along it. */
export type Need = Pick<BundleEdge, 'after' | 'certificateFor' | 'numberFor'> & { member: string; certificateType?: string };

export interface Standing {
  state: MemberState;
  reason: MemberReason | null;
}

const FAILED: Partial<Record<CaseCard['state'], MemberReason>> = {
  refused: 'refused',
  'not-needed': 'refused',
  withdrawn: 'withdrawn',
  terminated: 'terminated',
};

/** How a member stands by its case, whichever fact told of it and however late it arrived. */
export function standingOf({ state, granted }: Pick<CaseCard, 'state' | 'granted'>): Standing {
  if (FAILED[state]) return { state: 'failed', reason: FAILED[state] };
  if (granted === null) return { state: 'submitted', reason: null };
  if (!granted) return { state: 'failed', reason: 'denied' };
  return { state: state === 'completed' ? 'completed' : 'granted', reason: null };
}

type Members = readonly JourneyMember[];

/** bundles/B3: those whose predecessors have all come as far as they must, in the order in which they are submitted. */
export function ready(members: Members): JourneyMember[] {
  const enough = ({ member, after }: Need) => {
    const { state } = memberCalled(members, member);
    return state === 'completed' || (state === 'granted' && after === 'granted');
  };
  return members.filter(({ state, needs }) => state === 'waiting' && needs.every(enough)).sort(byCode);
}

/** bundles/B4: those that wait for a member that will never be granted; nothing else is held back. */
export function forlorn(members: Members): JourneyMember[] {
  const lost = ({ member }: Need) => ['failed', 'dropped'].includes(memberCalled(members, member).state);
  return members.filter(({ state, needs }) => state === 'waiting' && needs.some(lost));
}

export const isOver = (members: Members): boolean =>
  members.every(({ state }) => state === 'completed' || state === 'failed' || state === 'dropped');

/** Whoever submits several cases does so in the order of their codes, so that no two wait for each other. */
export const byCode = (one: { code: string }, other: { code: string }): number => (one.code < other.code ? -1 : 1);

const memberCalled = (members: Members, key: string): JourneyMember => members.find((member) => member.key === key)!;

/** The edges that lead to a member, with what flows along them: what its guide does not ask for after its answers does not flow. */
export function needsOf(edges: readonly BundleEdge[], offers: BundleDraft['offers'], member: string): Need[] {
  return edges
    .filter(({ to }) => to === member)
    .map(({ from, after, ...flowing }) => {
      const certificateFor = flowing.certificateFor?.filter((code) => materialOf(offers.get(member), code));
      const numberFor = flowing.numberFor?.filter((field) => fieldOf(offers.get(member), field));
      const certificateType = issuedBy(offers, from);
      return {
        ...{ member: from, after },
        ...(certificateFor && { certificateFor }),
        ...(numberFor && { numberFor }),
        ...(certificateType && { certificateType }),
      };
    });
}
