import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Ref, Whole, WordList, Words, YesNo } from '../../../kernel/persistence/columns';
import { refuse } from './commitment.errors';
import { type CommitmentAct, commitmentLifecycle, type CommitmentState } from './commitment.lifecycle';
import { AFTER_CHECK, DEFENCE, RECTIFICATION, type Outcome } from './commitment.rules';

type Made = Pick<
  Commitment,
  ('id' | 'organizationId' | 'areaPath' | 'applicantId' | 'textVersion' | 'textDigest' | 'afterCheckDays') | ('madeAt' | 'sealed')
>;

const NOTHING_YET = {
  ...{ checkDueOn: null, checkedById: null, checkedAt: null, rectifiable: null, defenceDueOn: null, defendedAt: null },
  ...{ defenceEnded: false, rectifyDueOn: null, rectifiedAt: null, decidedAt: null },
};

const DECIDING: Record<Outcome, CommitmentAct> = { upheld: 'uphold', rectified: 'find-rectified', annulled: 'annul' };
const DUE = { [AFTER_CHECK]: 'checkDueOn', [DEFENCE]: 'defenceDueOn', [RECTIFICATION]: 'rectifyDueOn' } as const;

/** acceptance/A10: handling on commitment (告知承诺) of one case, whose id it has, and the check afterwards (核查). */
@Entity({ schema: 'acceptance', name: 'commitment' })
export class Commitment extends Aggregate<CommitmentState> {
  @Ref() readonly organizationId: string;
  @WordList() readonly areaPath: string[];
  @Ref() readonly applicantId: string;
  @Words() readonly textVersion: string;
  @Words() readonly textDigest: string;
  @Whole() readonly afterCheckDays: number;
  @Instant() readonly madeAt: string;
  @Day({ nullable: true }) readonly checkDueOn: string | null;
  @Words({ nullable: true }) readonly checkedById: string | null;
  @Instant({ nullable: true }) readonly checkedAt: string | null;
  @YesNo({ nullable: true }) readonly rectifiable: boolean | null;
  @Day({ nullable: true }) readonly defenceDueOn: string | null;
  @Instant({ nullable: true }) readonly defendedAt: string | null;
  /** The person has said all they want to say. */
  @YesNo() readonly defenceEnded: boolean;
  @Day({ nullable: true }) readonly rectifyDueOn: string | null;
  @Instant({ nullable: true }) readonly rectifiedAt: string | null;
  @Instant({ nullable: true }) readonly decidedAt: string | null;
  /** The text, and what was written since, sealed. */
  @Words() readonly sealed: string;

  static made(facts: Made): Commitment {
    const commitment = Object.assign(new Commitment(), NOTHING_YET, facts, { state: 'made' as const });
    commitment.mark('make', { textVersion: facts.textVersion, textDigest: facts.textDigest });
    return commitment;
  }

  /** Before the decision, at no loss: the case goes on in the ordinary way. */
  withdraw(): void {
    this.move(commitmentLifecycle, 'withdraw');
  }

  lapse(): void {
    this.move(commitmentLifecycle, 'lapse');
  }

  grant(checkDueOn: string): void {
    this.move(commitmentLifecycle, 'grant', { checkDueOn });
    this.set({ checkDueOn });
  }

  keep(by: string, at: string, sealed: string): void {
    this.move(commitmentLifecycle, 'keep');
    this.set({ checkedById: by, checkedAt: at, sealed });
  }

  doubt(by: string, at: string, found: { rectifiable: boolean; defenceDueOn: string; sealed: string; document: string }): void {
    const { document, ...facts } = found;
    this.move(commitmentLifecycle, 'doubt', { document, rectifiable: facts.rectifiable, defenceDueOn: facts.defenceDueOn });
    this.set({ checkedById: by, checkedAt: at, ...facts });
  }

  defend(at: string, last: boolean, sealed: string): void {
    this.move(commitmentLifecycle, 'defend', { last });
    this.set({ defendedAt: at, defenceEnded: this.defenceEnded || last, sealed });
  }

  orderRectification(rectifyDueOn: string, sealed: string, document: string): void {
    this.move(commitmentLifecycle, 'order-rectification', { rectifyDueOn, document });
    this.set({ rectifyDueOn, sealed });
  }

  rectify(at: string, sealed: string): void {
    this.move(commitmentLifecycle, 'rectify');
    this.set({ rectifiedAt: at, sealed });
  }

  decide(at: string, outcome: Outcome, sealed: string, document: string): void {
    this.move(commitmentLifecycle, DECIDING[outcome], { document });
    this.set({ decidedAt: at, sealed });
  }

  static actOf(outcome: Outcome): CommitmentAct {
    return DECIDING[outcome];
  }

  /** By another than who found it (four eyes), and never before the person has been heard. */
  mustBeJudgedBy(by: string, today: string): void {
    if (this.checkedById === by) throw refuse('own-finding');
    const until = this.defenceDueOn!;
    if (!this.defenceEnded && until >= today) throw refuse('defence-running', { values: { until }, more: { until } });
  }

  mustBeRectifiable(): void {
    if (!this.rectifiable) throw refuse('cannot-be-rectified');
  }

  /** What can be put right is put right first: reported, or the last day has passed. */
  mustBeBeyondRectification(today: string): void {
    if (this.rectifiable && !this.rectifiedAt && !(this.rectifyDueOn && this.rectifyDueOn < today))
      throw refuse('rectification-first');
  }

  /** A calendar arrived (time-limits/T8). False for what it does not move. */
  moveDueDay(kind: string, dueOn: string): boolean {
    const property = DUE[kind as keyof typeof DUE];
    const before = this[property];
    if (before === null || before === dueOn) return false;
    this.mark('move-due-day', { kind, before, after: dueOn });
    this.set({ [property]: dueOn });
    return true;
  }

  private set(values: Partial<Commitment>): void {
    Object.assign(this, values);
  }
}
