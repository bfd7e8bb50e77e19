import { Entity } from 'typeorm';
import { digest } from '../../../kernel/history/history';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Json, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { refuse } from '../catalog.errors';
import { ItemPublished, ItemWithdrawn } from '../catalog.events';
import type { ItemElements } from '../elements.rules';
import { isCleared, secrecyFault, type SecrecyReview } from '../secrecy.rules';
import { earliestDay } from './effective-days.rules';
import { itemLifecycle, type ItemState } from './item.lifecycle';
import { ItemVersion } from './item-version.entity';
import { type Question, QUESTIONS, type Review } from './joint-review.rules';

/** A service item of the basic catalogue: the working draft, and the number of its latest published version. */
@Entity({ schema: 'catalog', name: 'item' })
export class Item extends Aggregate<ItemState> {
  @Words() readonly basicCode: string;
  @Words() readonly itemType: string;
  /** The region whose catalogue it is. */
  @WordList() readonly areaPath: string[];
  @Json() elements: ItemElements;
  /** Who wrote the present draft. */
  @WordList() authors: string[];
  /** Answers of the present round of joint review, or of the last one. */
  @Json() reviews: Review[];
  /** catalog/P1: of the draft as it was submitted; a new submission is reviewed anew. */
  @Json({ nullable: true }) secrecy: SecrecyReview | null;
  @Whole() latestNumber: number;

  static draft(by: string, elements: ItemElements, areaPath: string[]): Item {
    const item = Item.of(elements, areaPath, 'draft', [by]);
    item.mark('draft', { basicCode: item.basicCode });
    return item;
  }

  /** catalog/C2: a national item comes as the state has published it; it is not reviewed again here, nor for secrecy (catalog/P1). */
  static taken(elements: ItemElements, areaPath: string[], batch: string, today: string, now: string): Item {
    const item = Item.of(elements, areaPath, 'published', []);
    item.mark('take', { basicCode: item.basicCode, batch });
    item.bringOut(today, [], now);
    return item;
  }

  private static of(elements: ItemElements, areaPath: string[], state: ItemState, authors: string[]): Item {
    const { basicCode, itemType } = elements;
    return Object.assign(new Item(), {
      basicCode,
      itemType,
      areaPath,
      elements,
      authors,
      state,
      reviews: [],
      secrecy: null,
      latestNumber: 0,
    });
  }

  edit(by: string, elements: ItemElements): void {
    const begun = this.state === 'published';
    this.move(itemLifecycle, 'edit');
    this.elements = elements;
    this.authors = begun ? [by] : [...new Set([...this.authors, by])];
    this.secrecy = null;
    if (begun) this.reviews = [];
  }

  submit(by: string): void {
    this.move(itemLifecycle, 'submit');
    this.authors = [...new Set([...this.authors, by])];
    this.reviews = [];
    this.secrecy = null;
  }

  /** catalog/C3: four questions, each answered once a round; the fourth answer lets the draft pass, or returns it with all reasons at once. */
  review(by: string, question: Question, answer: 'yes' | 'no', reasons: string | undefined, now: string): void {
    if (this.authors.includes(by)) throw refuse('own-draft');
    if (this.reviews.some((review) => review.question === question)) throw refuse('already-answered');
    if (answer === 'no' && !reasons) throw refuse('reasons-missing');
    const reviews = [...this.reviews, { question, answer, ...(reasons && { reasons }), by, at: now }];
    const complete = QUESTIONS.every((each) => reviews.some((review) => review.question === each));
    const passed = reviews.every((review) => review.answer === 'yes') && this.secrecy?.outcome !== 'refused';
    const act = !complete ? 'review' : passed ? 'pass' : 'return';
    this.move(itemLifecycle, act, { question, answer });
    this.reviews = reviews;
  }

  reviewSecrecy(by: string, review: SecrecyReview): void {
    const fault = secrecyFault(by, this.authors, review);
    if (fault === 'own-draft') throw refuse('secrecy-own-draft');
    if (fault) throw refuse('secrecy-not-open');
    const returns = review.outcome === 'refused' && this.state === 'reviewed';
    this.move(itemLifecycle, returns ? 'refuse-secrecy' : 'review-secrecy', { grade: review.grade, outcome: review.outcome });
    this.secrecy = review;
  }

  publish(effectiveFrom: string, live: ItemVersion[], today: string, now: string): void {
    if (!isCleared(this.secrecy)) throw refuse('secrecy-not-cleared');
    const earliest = earliestDay(live, today);
    if (effectiveFrom < earliest) throw refuse('effective-too-early', { values: { earliest } });
    this.move(itemLifecycle, 'publish', { number: this.latestNumber + 1, effectiveFrom });
    this.bringOut(effectiveFrom, live, now);
  }

  take(elements: ItemElements, batch: string, live: ItemVersion[], today: string, now: string): void {
    this.move(itemLifecycle, 'take', { batch });
    this.elements = elements;
    this.bringOut(earliestDay(live, today), live, now);
  }

  /** catalog/C9: a withdrawn item is offered no more; cases that run keep the version they were opened under. */
  withdraw(reason: string, live: ItemVersion[], today: string): void {
    this.move(itemLifecycle, 'withdraw', { reason });
    this.endAll(live, today, 'withdrawn');
    const versionId = live.at(-1)?.id;
    if (versionId) this.tell(ItemWithdrawn({ itemId: this.id, versionId, basicCode: this.basicCode }));
  }

  private bringOut(effectiveFrom: string, live: ItemVersion[], now: string): void {
    this.endAll(live, effectiveFrom, 'superseded');
    this.latestNumber++;
    const { id: itemId, basicCode, elements, latestNumber: number } = this;
    const version = ItemVersion.of({
      ...{ itemId, number, basicCode, elements, digest: digest(elements), effectiveFrom, publishedAt: now },
    });
    this.add(version);
    this.tell(ItemPublished({ itemId, versionId: version.id, basicCode }));
  }

  private endAll(live: ItemVersion[], day: string, state: 'superseded' | 'withdrawn'): void {
    for (const version of live) if (version.end(day, state)) this.alter(version);
  }
}
