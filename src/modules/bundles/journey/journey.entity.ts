import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Instant, Ref, WordList, Words } from '../../../kernel/persistence/columns';
import type { CaseCard } from '../../acceptance/acceptance.facade';
import type { Channel } from '../../catalog/catalog.facade';
import { refuse } from '../bundles.errors';
import { JourneyBegun, JourneyCompleted, JourneyEnded, MemberStopped } from '../bundles.events';
import type { JourneyMember } from './journey-member.entity';
import { journeyLifecycle, type JourneyState } from './journey.lifecycle';
import { forlorn, isOver, type MemberReason, type Standing, standingOf } from './journey.rules';

/** One application for a bundle (一次联办): a case for each member, each with its own number, clock and organization. */
@Entity({ schema: 'bundles', name: 'journey' })
export class Journey extends Aggregate<JourneyState> {
  @Words() readonly journeyNumber: string;
  /** bundles/B6: it stays with the version it began under. */
  @Ref() readonly bundleVersionId: string;
  @Words() readonly code: string;
  @Words() readonly name: string;
  @Ref() readonly leadOrganizationId: string;
  @WordList() readonly areaPath: string[];
  /** The organizations of the members, and the areas they stand in: who sees a part of it. */
  @WordList() readonly organizationIds: string[];
  @WordList() readonly memberAreas: string[];
  @Ref() readonly applicantId: string;
  @Ref({ nullable: true }) readonly agentId: string | null;
  @Words() readonly channel: Channel;
  @Instant() readonly submittedAt: string;
  @Instant({ nullable: true }) readonly endedAt: string | null;

  members: JourneyMember[];

  static begin(facts: JourneyFacts, members: JourneyMember[]): Journey {
    const journey = Object.assign(new Journey(), facts, {
      state: 'running' as const,
      organizationIds: [...new Set(members.map(({ organizationId }) => organizationId))],
      memberAreas: [...new Set(members.flatMap(({ areaPath }) => areaPath))],
      endedAt: null,
      members,
    });
    journey.mark('begin', { bundleVersionId: facts.bundleVersionId, ...statesOf(members) });
    members.forEach((member) => journey.add(member));
    journey.tell(JourneyBegun(journey.about));
    return journey;
  }

  /** What a case tells of its member; false where that is known already. */
  hear(kase: CaseCard, at: string): boolean {
    const member = this.members.find(({ caseId }) => caseId === kase.id);
    const standing = standingOf(kase);
    if (!member || member.state === standing.state || isOver([member])) return false;
    this.put(member, standing);
    this.settle(at);
    return true;
  }

  /** bundles/B3: a member whose predecessors have come far enough has become a case. */
  submitted(member: JourneyMember, caseId: string): void {
    this.put(member, { state: 'submitted', reason: null }, { caseId, sealed: null });
  }

  /** bundles/B4: it could not be submitted; the others go on. */
  notSubmitted(member: JourneyMember, problem: string, at: string): void {
    this.put(member, { state: 'failed', reason: 'not-submitted' }, { problem, sealed: null });
    this.tell(MemberStopped({ ...this.about, member: member.key }));
    this.settle(at);
  }

  /** The applicant wants no more to be submitted. What has been is withdrawn case by case. */
  stop(at: string): void {
    const waiting = this.members.filter(({ state }) => state === 'waiting');
    this.move(journeyLifecycle, 'stop');
    if (!waiting.length) throw refuse('nothing-waits');
    this.drop(waiting, 'stopped-by-applicant');
    this.settle(at);
  }

  /** Drops what can never be reached, and closes the journey when nothing is open any more. */
  private settle(at: string): void {
    for (let lost = forlorn(this.members); lost.length; lost = forlorn(this.members)) {
      this.drop(lost, 'predecessor-failed');
      lost.forEach(({ key }) => this.tell(MemberStopped({ ...this.about, member: key })));
    }
    if (!isOver(this.members)) return;
    const completed = this.members.every(({ state }) => state === 'completed');
    this.move(journeyLifecycle, completed ? 'complete' : 'end');
    Object.assign(this, { endedAt: at });
    this.tell(completed ? JourneyCompleted(this.about) : JourneyEnded(this.about));
  }

  private drop(members: JourneyMember[], reason: MemberReason): void {
    for (const member of members) this.put(member, { state: 'dropped', reason }, { sealed: null });
  }

  private put(member: JourneyMember, standing: Standing, more: Partial<JourneyMember> = {}): void {
    Object.assign(member, standing, more);
    this.move(journeyLifecycle, 'advance', statesOf([member]));
    this.alter(member);
  }

  private get about() {
    const { id: journeyId, bundleVersionId, code } = this;
    return { journeyId, bundleVersionId, code };
  }
}

export type JourneyFacts = Pick<
  Journey,
  | 'id'
  | 'journeyNumber'
  | 'bundleVersionId'
  | 'code'
  | 'name'
  | 'leadOrganizationId'
  | 'areaPath'
  | 'applicantId'
  | 'agentId'
  | 'channel'
  | 'submittedAt'
>;

/** For the history: how each of these members stands. */
const statesOf = (members: readonly JourneyMember[]): Record<string, string> =>
  Object.fromEntries(members.map(({ key, state, reason }) => [key, reason ?? state]));
