import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Ref, Whole, WordList, Words, YesNo } from '../../../kernel/persistence/columns';
import { refuse } from './deferral.errors';
import { deferralLifecycle, type DeferralState } from './deferral.lifecycle';

type Promised = Pick<
  Deferral,
  | ('id' | 'caseId' | 'organizationId' | 'areaPath' | 'applicantId' | 'materialCode' | 'materialName')
  | ('textVersion' | 'textDigest' | 'days' | 'unit' | 'source' | 'mayFollowDecision' | 'promisedAt' | 'dueOn')
>;

/** acceptance/A9: a material that was promised and follows later (容缺后补). Its id is that of the promise as it was handed in. */
@Entity({ schema: 'acceptance', name: 'deferral' })
export class Deferral extends Aggregate<DeferralState> {
  @Ref() readonly caseId: string;
  @Ref() readonly organizationId: string;
  @WordList() readonly areaPath: string[];
  @Ref() readonly applicantId: string;
  @Words() readonly materialCode: string;
  @Words() readonly materialName: string;
  @Words() readonly textVersion: string;
  @Words() readonly textDigest: string;
  @Whole() readonly days: number;
  @Words() readonly unit: 'working-day' | 'calendar-day';
  /** Whether the guide says the days, or the default of the platform. */
  @Words() readonly source: 'guide' | 'default';
  /** The guide lets the decision be made before it comes. */
  @YesNo() readonly mayFollowDecision: boolean;
  @Instant() readonly promisedAt: string;
  /** Copy of the limit's day. */
  @Day() readonly dueOn: string;
  @Instant({ nullable: true }) readonly askedAt: string | null;
  @Instant({ nullable: true }) readonly extendedAt: string | null;
  @Instant({ nullable: true }) readonly endedAt: string | null;
  /** Why more time was asked for and given, sealed. */
  @Words({ nullable: true }) readonly sealed: string | null;

  static promised(facts: Promised): Deferral {
    const nothing = { askedAt: null, extendedAt: null, endedAt: null, sealed: null };
    const deferral = Object.assign(new Deferral(), nothing, facts, { state: 'promised' as const });
    const { materialCode, textVersion, textDigest, dueOn, source } = facts;
    deferral.mark('promise', { materialCode, textVersion, textDigest, dueOn, source });
    return deferral;
  }

  ask(at: string, sealed: string): void {
    this.move(deferralLifecycle, 'ask');
    this.set({ askedAt: at, sealed });
  }

  /** Once, because it was asked for, and by no more days than were given first. */
  extend(at: string, { days, dueOn, sealed, document }: { days: number; dueOn: string; sealed: string; document: string }): void {
    this.move(deferralLifecycle, 'extend', { days, dueOn, document });
    this.set({ extendedAt: at, dueOn, sealed });
  }

  mustBeExtendable(days: number): void {
    if (!this.askedAt) throw refuse('extension-not-asked');
    if (days > this.days) throw refuse('deferral-extension-too-long', { values: { most: this.days } });
  }

  runOut(): void {
    this.move(deferralLifecycle, 'run-out', { dueOn: this.dueOn });
  }

  supply(at: string): void {
    this.move(deferralLifecycle, 'supply', { late: this.state === 'overdue' });
    this.set({ endedAt: at });
  }

  lapse(at: string): void {
    this.move(deferralLifecycle, 'lapse');
    this.set({ endedAt: at });
  }

  /** A calendar arrived (time-limits/T8). */
  moveDueDay(dueOn: string): void {
    this.mark('move-due-day', { before: this.dueOn, after: dueOn });
    this.set({ dueOn });
  }

  private set(values: Partial<Deferral>): void {
    Object.assign(this, values);
  }
}
