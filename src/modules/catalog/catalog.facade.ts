import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { ItemElements, PublishedItem } from './elements.rules';
import { ItemImportJob } from './importing/item-import.job';
import { ItemSecrecy } from './review/item-secrecy.service';
import { cleared } from './secrecy.inputs';
import type { DraftItemInput } from './item/item.inputs';
import { ItemService } from './item/item.service';
import { ItemShelf } from './item/item-shelf.service';
import { Items } from './item/item.store';
import { ItemVersions } from './item/item-version.store';
import type { ItemView } from './item/item.views';
import { JointReview } from './review/joint-review.service';
import type { Offices } from './review/review-board.entity';
import { ReviewBoardService } from './review/review-board.service';

export * from './elements.rules';
export * from './legal-basis.rules';
export * from './codes.rules';
export * from './exchange-words.rules';
export * from './elements.inputs';
export * from './secrecy.rules';
export * from './secrecy.inputs';
export { ExchangeMaterialInput } from './importing/item-import.inputs';
export { DiffQuery } from './reading/catalog-reading.inputs';
export { DifferenceView } from './reading/catalog-reading.views';
export { diff, type Difference } from './reading/diff.rules';
export { ItemView } from './item/item.views';
export { BASIC_CODE } from './item/item.inputs';
export { basisOf, citations } from './importing/item-row.rules';

/** catalog/C3, catalog/P1: the way of an item of the region's own to publication. */
const STEPS = ['draft', 'submitted', 'reviewed', 'countersigned', 'cleared'] as const;
type Step = (typeof STEPS)[number];

/** Who does what on that way. */
interface Hands {
  editor: Actor;
  /** Who speaks for an organization in the joint review. */
  reviewerAt: (organizationId: string) => Actor;
  publisher: Actor;
  /** Organizations of the prefectures that are asked. */
  prefectures: string[];
}

/** The basic catalogue for the floors above. */
@Injectable()
export class CatalogFacade {
  constructor(
    private readonly versions: ItemVersions,
    private readonly imports: ItemImportJob,
    private readonly items: ItemService,
    private readonly secrecy: ItemSecrecy,
    private readonly reviews: JointReview,
    private readonly boards: ReviewBoardService,
    private readonly store: Items,
    private readonly views: ItemShelf,
  ) {}

  /** The version in force on a day, today unless told. */
  publishedItem(basicCode: string, day?: string): Promise<PublishedItem | undefined> {
    return this.versions.inForce(basicCode, day);
  }

  /** Of each code the version in force today, where there is one. */
  publishedItems(basicCodes: string[]): Promise<PublishedItem[]> {
    return this.versions.allInForce(basicCodes);
  }

  /** A version, unless it was replaced or taken back before its day. */
  itemVersion(versionId: string): Promise<PublishedItem | undefined> {
    return this.versions.real(versionId);
  }

  /** That version and the latest of its item, whether it stands yet or not. */
  async versionAndLatest(versionId: string, basicCode: string): Promise<[PublishedItem, PublishedItem]> {
    return [(await this.versions.published(versionId))!, (await this.versions.latest(basicCode))!];
  }

  /** Of each item that is not withdrawn its latest version, whether it stands yet or not. */
  latestVersionIds(): Promise<string[]> {
    return this.versions.latestIds();
  }

  /** Publishes a national item as the state has laid it down (C2); the same elements again change nothing. */
  async takeNational(by: Actor, elements: ItemElements, batch: string): Promise<PublishedItem> {
    await this.imports.take(by, elements, batch);
    return (await this.versions.latest(elements.basicCode))!;
  }

  /** catalog/C9: an item, for somebody who may withdraw it; 404 or 403 for everybody else. */
  async withdrawable(by: Actor, basicCode: string): Promise<{ name: string; state: string }> {
    const { elements, state } = await this.store.withdrawable(by, basicCode);
    return { name: elements.name, state };
  }

  /** catalog/C9: `looked` refuses whoever has not seen what hangs on the item as it is now. */
  async withdraw(by: Actor, basicCode: string, reason: string, looked: () => Promise<void>): Promise<ItemView> {
    return this.views.view(by, await this.items.withdraw(by, basicCode, reason, looked));
  }

  /** catalog/C9: keeps these items from being withdrawn until the transaction ends; asked before they are read for publication. */
  holdItems(basicCodes: string[]): Promise<void> {
    return this.store.hold(basicCodes);
  }

  /** catalog/C9: why an item is offered no more; nothing of one that is offered (again). */
  async withdrawalOf(basicCode: string): Promise<{ reason: string; at: string } | undefined> {
    return (await this.store.ofCode(basicCode))?.withdrawal ?? undefined;
  }

  /** catalog/C3: who is asked in joint reviews. */
  async nameReviewBoard(by: Actor, offices: Offices): Promise<void> {
    await this.boards.name(by, (await this.boards.standing())?.version ?? 0, offices);
  }

  /** catalog/C3: an item of the region's own, as far as told; every opinion of the joint review is yes. */
  async bringTo(state: Step, { editor, reviewerAt, publisher, prefectures }: Hands, item: DraftItemInput): Promise<void> {
    const { basicCode } = item;
    const done = (step: Step) => STEPS.indexOf(state) >= STEPS.indexOf(step);
    await this.items.draft(editor, item);
    if (!done('submitted')) return;
    const { present } = await this.reviews.submit(editor, basicCode, prefectures);
    if (!done('reviewed')) return;
    for (const { question, organizationId } of present)
      await this.reviews.review(reviewerAt(organizationId), basicCode, { question, organizationId, answer: 'yes' });
    if (done('countersigned')) await this.reviews.countersign(reviewerAt((await this.boards.standing())!.leadId), basicCode);
    if (done('cleared')) await this.secrecy.review(publisher, basicCode, cleared);
  }

  /** catalog/C3: an item of the region's own from the draft to publication, by those who may do each; every opinion is yes. */
  async bringOut(hands: Hands, item: DraftItemInput, effectiveFrom?: string): Promise<PublishedItem> {
    await this.bringTo('cleared', hands, item);
    await this.items.publish(hands.publisher, item.basicCode, { effectiveFrom });
    return (await this.versions.latest(item.basicCode))!;
  }
}
