import type { CaseCard } from '../../acceptance/acceptance.facade';
import { JourneyMember } from './journey-member.entity';
import { Journey } from './journey.entity';
import type { MemberState } from './journey.rules';

const ID = '01900000-0000-7000-8000-000000000001';

export const caseOf = (id: string, more: Partial<CaseCard> = {}): CaseCard =>
  ({ id, state: 'submitted', granted: null, ...more }) as CaseCard;

/** A journey whose members stand so; `needs` names predecessors as `key` or `key:completed`. The case of a member is its key. */
export function journeyWith(states: Record<string, MemberState>, needs: Record<string, string[]> = {}): Journey {
  const members = Object.entries(states).map(([key, state], position) => {
    const facts = { id: ID, journeyId: ID, position, key, code: key, name: key, organizationId: ID, areaPath: [] };
    const waitsFor = (needs[key] ?? []).map((need) => {
      const [member, after = 'granted'] = need.split(':') as [string, ('granted' | 'completed')?];
      return { member, after };
    });
    const stand = state === 'waiting' ? { sealed: 'sealed' } : { caseId: key };
    return Object.assign(JourneyMember.of({ ...facts, needs: waitsFor }, stand), { state });
  });
  const whose = { applicantId: ID, agentId: null, channel: 'online' as const, submittedAt: '2026-01-01T00:00:00Z' };
  const lead = { leadOrganizationId: ID, areaPath: ['650102000000'] };
  const bundle = { bundleVersionId: ID, code: '650102PCN0009', name: '新生儿出生' };
  return Journey.begin({ id: ID, journeyNumber: '650102PCN0009-20260101-000001', ...bundle, ...lead, ...whose }, members);
}
