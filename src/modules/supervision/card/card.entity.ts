import { Entity } from 'typeorm';
import type { SubjectRef } from '../../../kernel/events/subject';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Instant, Json, Ref, WordList, Words } from '../../../kernel/persistence/columns';
import type { Colour, RuleCode } from '../rule/monitoring.rules';
import { refuse } from '../supervision.errors';
import { CardAnswered, CardAppealed, CardClosed, CardRaised, CardUnanswered } from '../supervision.events';
import { cardLifecycle, type CardState } from './card.lifecycle';
import type { Evidence } from './evidence.rules';

export interface CardFacts {
  rule: RuleCode;
  colour: Colour;
  /** What struck, e.g. the limit: a rule raises one card of a colour for it. */
  hit: string;
  subject: SubjectRef;
  organizationId: string;
  areaPath: string[];
  evidence: Evidence;
}

export type Outcome = 'corrected' | 'upheld' | 'lifted';

/** A yellow or red warning card (预警卡、红黄牌) for an organization. */
@Entity({ schema: 'supervision', name: 'card' })
export class Card extends Aggregate<CardState> {
  @Words() rule: RuleCode;
  @Words() colour: Colour;
  @Ref() hit: string;
  @Words() subjectKind: string;
  @Ref() subjectId: string;
  @Ref() organizationId: string;
  @WordList() areaPath: string[];
  @Json() evidence: Evidence;
  @Instant() raisedAt: string;
  @Words({ nullable: true }) answer: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Words({ nullable: true }) appeal: string | null;
  @Instant({ nullable: true }) appealedAt: string | null;
  /** Of the decision on the appeal. */
  @Words({ nullable: true }) appealReason: string | null;
  @Words({ nullable: true }) outcome: Outcome | null;
  @Words({ nullable: true }) closingReason: string | null;
  @Instant({ nullable: true }) closedAt: string | null;

  static raise({ subject, ...facts }: CardFacts, now: string): Card {
    const card = new Card();
    const more = { subjectKind: subject.kind, subjectId: subject.id, raisedAt: now };
    const later = { answer: null, answeredAt: null, appeal: null, appealedAt: null, appealReason: null };
    const last = { outcome: null, closingReason: null, closedAt: null };
    Object.assign(card, { state: 'open', ...facts, ...more, ...later, ...last });
    card.mark('raise', { rule: facts.rule, colour: facts.colour });
    card.tell(CardRaised(card.about));
    return card;
  }

  answerWith(text: string, now: string): void {
    this.move(cardLifecycle, 'answer');
    Object.assign(this, { answer: text, answeredAt: now });
    this.tell(CardAnswered(this.about));
  }

  /** S2: once, and within the limit for it. */
  appealOn(grounds: string, inTime: boolean, days: number, now: string): void {
    if (this.appealedAt) throw refuse('already-appealed');
    if (!inTime) throw refuse('appeal-too-late', { values: { days } });
    this.move(cardLifecycle, 'appeal');
    Object.assign(this, { appeal: grounds, appealedAt: now });
    this.tell(CardAppealed(this.about));
  }

  /** The appeal is right: the card counts for nothing. */
  lift(reason: string, now: string): void {
    this.move(cardLifecycle, 'lift');
    this.appealReason = reason;
    this.end('lifted', reason, now);
  }

  /** The appeal is wrong: the card waits for its answer again. */
  uphold(reason: string): void {
    this.move(cardLifecycle, 'uphold');
    this.appealReason = reason;
  }

  runOut(): void {
    this.move(cardLifecycle, 'run-out');
    this.tell(CardUnanswered(this.about));
  }

  /** S2: a calendar moved the day that the card warned of; it counts for nothing. */
  fallAway(dueOn: string, now: string): void {
    this.move(cardLifecycle, 'fall-away', { dueOn });
    this.end('lifted', `工作日历公布后，时限重新计算至 ${dueOn}，尚未到预警日。`, now);
  }

  close(outcome: 'corrected' | 'upheld', reason: string, now: string): void {
    this.move(cardLifecycle, 'close', { outcome });
    this.end(outcome, reason, now);
  }

  private end(outcome: Outcome, reason: string, now: string): void {
    Object.assign(this, { outcome, closingReason: reason, closedAt: now });
    this.tell(CardClosed({ ...this.about, outcome }));
  }

  private get about() {
    return { cardId: this.id, rule: this.rule, colour: this.colour, organizationId: this.organizationId };
  }
}
