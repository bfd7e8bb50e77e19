import { Entity } from 'typeorm';
import { digest } from '../../../kernel/history/history';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Json, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import { refuse } from '../catalog.errors';
import { ItemPublished, ItemVersionDropped, ItemWithdrawn, ReviewEscalated } from '../catalog.events';
import type { ItemElements } from '../elements.rules';
import { isCleared, secrecyFault, type SecrecyReview } from '../secrecy.rules';
import { earliestDay, earliestReplacing } from './effective-days.rules';
import { itemLifecycle, type ItemState } from './item.lifecycle';
import { ItemVersion } from './item-version.entity';
import { type Opinion, outcomeOf } from './joint-review.rules';
import { ReviewRequest } from './review-request.entity';

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
  /** Number of the present round of joint review, or of the last one. */
  @Whole() round: number;
  /** Organizations that take part in it: those that are asked, and the one that leads. */
  @WordList() askedIds: string[];
  /** What was asked in all rounds. */
  requests: ReviewRequest[];
  /** catalog/P1: of the draft as it was submitted; a new submission is reviewed anew. */
  @Json({ nullable: true }) secrecy: SecrecyReview | null;
  @Whole() latestNumber: number;
  /** catalog/C9: why it is offered no more; a national item that comes back has none. */
  @Json({ nullable: true }) withdrawal: { reason: string; at: string } | null;

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
      round: 0,
      askedIds: [],
      requests: [],
      secrecy: null,
      latestNumber: 0,
      withdrawal: null,
    });
  }

  edit(by: string, elements: ItemElements): void {
    const begun = this.state === 'published';
    this.move(itemLifecycle, 'edit');
    this.elements = elements;
    this.authors = begun ? [by] : [...new Set([...this.authors, by])];
    this.secrecy = null;
    if (begun) this.askedIds = [];
  }

  /** catalog/C3: opens a round. */
  submit(by: string, asked: Pick<ReviewRequest, 'question' | 'organizationId'>[], leadId: string): void {
    this.move(itemLifecycle, 'submit');
    this.authors = [...new Set([...this.authors, by])];
    this.secrecy = null;
    this.round++;
    this.askedIds = [...new Set([leadId, ...asked.map(({ organizationId }) => organizationId)])];
    const opened = asked.map((each) => this.add(ReviewRequest.of({ itemId: this.id, round: this.round, ...each })));
    this.requests = [...this.requests, ...opened];
  }

  /** catalog/C3: an organization's opinion on what it was asked, once a round. */
  review(by: string, { question, organizationId, answer, reasons }: Opinion, now: string): ReviewRequest {
    if (this.authors.includes(by)) throw refuse('own-draft');
    const asked = this.present.find((each) => each.question === question && each.organizationId === organizationId);
    if (!asked) throw refuse('not-asked');
    if (asked.answer) throw refuse('already-answered');
    if (answer === 'no' && !reasons) throw refuse('reasons-missing');
    Object.assign(asked, { answer, reasons: reasons ?? null, answeredAt: now });
    this.move(itemLifecycle, this.outcome ?? 'review', { question, organizationId, answer });
    this.alter(asked);
    return asked;
  }

  /** catalog/C3: silence is not consent, but it is told to those who lead. */
  escalate(requestId: string, leadId: string, now: string): ReviewRequest | undefined {
    const asked = this.present.find(({ id }) => id === requestId);
    if (!asked || asked.answer || asked.escalatedAt) return undefined;
    asked.escalatedAt = now;
    const { question, organizationId } = asked;
    this.move(itemLifecycle, this.outcome ?? 'escalate', { question, organizationId });
    this.alter(asked);
    this.tell(ReviewEscalated({ itemId: this.id, basicCode: this.basicCode, question, organizationId, leadId }));
    return asked;
  }

  /** catalog/C3: 会签 by those who led the review. */
  countersign(by: string): void {
    if (this.authors.includes(by)) throw refuse('own-draft');
    this.move(itemLifecycle, 'countersign');
  }

  /** Questions of the present round, or of the last one. */
  get present(): ReviewRequest[] {
    return this.requests.filter(({ round }) => round === this.round);
  }

  private get outcome() {
    return outcomeOf(this.present, this.secrecy?.outcome === 'refused');
  }

  reviewSecrecy(by: string, review: SecrecyReview): void {
    const fault = secrecyFault(by, this.authors, review);
    if (fault === 'own-draft') throw refuse('secrecy-own-draft');
    if (fault) throw refuse('secrecy-not-open');
    const returns = review.outcome === 'refused' && this.state !== 'submitted';
    this.move(itemLifecycle, returns ? 'refuse-secrecy' : 'review-secrecy', { grade: review.grade, outcome: review.outcome });
    this.secrecy = review;
  }

  publish(by: string, effectiveFrom: string, live: ItemVersion[], today: string, now: string): void {
    if (this.authors.includes(by)) throw refuse('own-draft');
    if (!isCleared(this.secrecy)) throw refuse('secrecy-not-cleared');
    const earliest = earliestReplacing(live, today);
    if (effectiveFrom < earliest) throw refuse('effective-too-early', { values: { earliest } });
    this.move(itemLifecycle, 'publish', { number: this.latestNumber + 1, effectiveFrom });
    this.bringOut(effectiveFrom, live, now);
  }

  /** catalog/C4: what was to take effect later does not; the version in force stays, and the work on the item begins again. */
  unschedule(reason: string, live: ItemVersion[], today: string): void {
    const scheduled = live.filter(({ effectiveFrom }) => effectiveFrom > today);
    if (!scheduled.length) throw refuse('nothing-scheduled');
    this.move(itemLifecycle, 'unschedule', { reason, numbers: scheduled.map(({ number }) => number) });
    Object.assign(this, { askedIds: [], secrecy: null });
    this.endAll(scheduled, today, 'withdrawn');
    this.tellDropped(scheduled);
    const current = live.find(({ effectiveFrom }) => effectiveFrom <= today);
    if (!current) return;
    current.goOn();
    this.alter(current);
  }

  take(elements: ItemElements, batch: string, live: ItemVersion[], today: string, now: string): void {
    this.move(itemLifecycle, 'take', { batch });
    Object.assign(this, { elements, withdrawal: null });
    this.bringOut(earliestDay(live, today), live, now);
  }

  /** catalog/C9: a withdrawn item is offered no more; cases that run keep the version they were opened under. */
  withdraw(reason: string, live: ItemVersion[], today: string, now: string): void {
    this.move(itemLifecycle, 'withdraw', { reason });
    this.withdrawal = { reason, at: now };
    this.endAll(live, today, 'withdrawn');
    const versionId = live.at(-1)?.id;
    if (versionId) this.tell(ItemWithdrawn({ itemId: this.id, versionId, basicCode: this.basicCode }));
  }

  private bringOut(effectiveFrom: string, live: ItemVersion[], now: string): void {
    this.endAll(live, effectiveFrom, 'superseded');
    this.tellDropped(live);
    this.latestNumber++;
    const { id: itemId, basicCode, elements, latestNumber: number } = this;
    const version = ItemVersion.of({
      ...{ itemId, number, basicCode, elements, digest: digest(elements), effectiveFrom, publishedAt: now },
    });
    this.add(version);
    this.tell(ItemPublished({ itemId, versionId: version.id, basicCode }));
  }

  private tellDropped(versions: ItemVersion[]): void {
    const { id: itemId, basicCode } = this;
    for (const { id: versionId, neverStands } of versions)
      if (neverStands) this.tell(ItemVersionDropped({ itemId, versionId, basicCode }));
  }

  private endAll(live: ItemVersion[], day: string, state: 'superseded' | 'withdrawn'): void {
    for (const version of live) if (version.end(day, state)) this.alter(version);
  }
}
