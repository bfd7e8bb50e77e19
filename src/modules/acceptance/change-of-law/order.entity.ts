import { Entity } from 'typeorm';
import { shanghaiDay } from '../../../kernel/clock/day';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { refuse } from './order.errors';
import { orderLifecycle, type OrderState } from './order.lifecycle';

/** What is drafted: which law has changed, and to which versions the open cases of which lists go on which day. */
export interface OrderContent {
  statute: string;
  article: string;
  /** What the law says of cases that have begun, in its words. */
  transitionClause: string;
  effectiveOn: string;
  basicCode: string;
  divisionCode: string;
  areaPath: string[];
  versionIds: string[];
}

/**
 * implementation/I9: 法律变更适用令, the one exception to the rule that cases keep their version. It is drafted by one person of the
 * administration body and issued by another one who has read what it changes.
 */
@Entity({ schema: 'acceptance', name: 'change_of_law_order' })
export class ChangeOfLawOrder extends Aggregate<OrderState> implements OrderContent {
  @Words() statute: string;
  @Words() article: string;
  @Words() transitionClause: string;
  @Day() effectiveOn: string;
  @Words() basicCode: string;
  @Words() divisionCode: string;
  @WordList() areaPath: string[];
  /** One for each list. */
  @WordList() versionIds: string[];
  /** Who wrote the draft. */
  @WordList() authors: string[];
  /** The first instant of its day, or of its issue where the day was past. */
  @Instant({ nullable: true }) effectAt: string | null;
  /** Named, and not in force when the day came: their lists' cases stay where they are. */
  @WordList() lapsedIds: string[];
  @Whole() moved: number;

  static draft(by: string, content: OrderContent): ChangeOfLawOrder {
    const none = { effectAt: null, lapsedIds: [], moved: 0 };
    const order = Object.assign(new ChangeOfLawOrder(), content, none, { state: 'draft' as const, authors: [by] });
    order.mark('draft', noted(content));
    return order;
  }

  edit(by: string, content: OrderContent): void {
    this.move(orderLifecycle, 'edit', noted(content));
    Object.assign(this, content);
    this.authors = [...new Set([...this.authors, by])];
  }

  /** Who drafts does not issue. */
  mustBeOfOthers(by: string): void {
    if (this.authors.includes(by)) throw refuse('order-own-draft');
  }

  issue(impact: string, now: string): void {
    this.move(orderLifecycle, 'issue', { impact });
    this.effectAt = this.effectFrom(now);
  }

  withdraw(reason: string, now: string): void {
    // Its day has come, though no sweep has been there yet.
    const begun = this.effectAt !== null && Date.parse(this.effectAt) <= Date.parse(now);
    const state = begun ? 'in-effect' : this.state;
    if (begun) throw refuseKernel('not-possible-now', { values: { state }, more: { state, acts: [] } });
    this.move(orderLifecycle, 'withdraw', { reason });
  }

  takeEffect(lapsedIds: string[]): void {
    this.move(orderLifecycle, 'take-effect', { lapsedIds });
    this.lapsedIds = lapsedIds;
  }

  countMoved(cases: number): void {
    this.move(orderLifecycle, 'move-cases', { cases });
    this.moved += cases;
  }

  carryOut(): void {
    this.move(orderLifecycle, 'carry-out', { moved: this.moved });
  }

  /** The day begins at its midnight in the region. */
  effectFrom(now: string): string {
    return this.effectiveOn > shanghaiDay(now) ? new Date(`${this.effectiveOn}T00:00:00+08:00`).toISOString() : now;
  }
}

const noted = ({ statute, article, effectiveOn, versionIds }: OrderContent) => ({ statute, article, effectiveOn, versionIds });
