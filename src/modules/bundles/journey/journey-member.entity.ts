import { Entity } from 'typeorm';
import { Id, Json, Ref, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import type { MemberReason, MemberState, Need } from './journey.rules';

/** One item of a journey: a case of its own as soon as it is submitted. */
@Entity({ schema: 'bundles', name: 'journey_member' })
export class JourneyMember {
  @Id() readonly id: string;
  @Ref() readonly journeyId: string;
  /** Place in the bundle. */
  @Whole() readonly position: number;
  @Words() readonly key: string;
  /** 33 digits: submitted under the guide that is in force on that day. */
  @Words() readonly code: string;
  @Words() readonly name: string;
  @Ref() readonly organizationId: string;
  @WordList() readonly areaPath: string[];
  @Words() readonly state: MemberState;
  @Words({ nullable: true }) readonly reason: MemberReason | null;
  /** Code of the problem for which it could not be submitted. */
  @Words({ nullable: true }) readonly problem: string | null;
  /** What it waits for, as the bundle had it when the journey began (B6). */
  @Json() readonly needs: Need[];
  @Ref({ nullable: true }) readonly caseId: string | null;
  /** Form and materials, sealed, and only while it waits. */
  @Words({ nullable: true }) readonly sealed: string | null;

  static of(facts: MemberFacts, stand: { sealed: string } | { caseId: string }): JourneyMember {
    const state: MemberState = 'sealed' in stand ? 'waiting' : 'submitted';
    const nothing = { caseId: null, sealed: null, reason: null, problem: null };
    return Object.assign(new JourneyMember(), { ...facts, ...nothing, ...stand, state });
  }
}

export type MemberFacts = Pick<
  JourneyMember,
  'id' | 'journeyId' | 'position' | 'key' | 'code' | 'name' | 'organizationId' | 'areaPath' | 'needs'
>;
