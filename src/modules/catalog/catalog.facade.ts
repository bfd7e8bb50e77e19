import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import { CommitmentListingService } from './commitment/commitment-listing.service';
import type { ProposeCommitmentInput } from './commitment/commitment-listing.inputs';
import { CommitmentListings } from './commitment/commitment-listing.store';
import type { ItemElements, PublishedItem } from './elements.rules';
import { ItemImport } from './importing/item-import.service';
import { ItemSecrecy } from './review/item-secrecy.service';
import { cleared } from './secrecy.inputs';
import type { DraftItemInput } from './item/item.inputs';
import { ItemService } from './item/item.service';
import { ItemVersions } from './item/item-version.store';
import { Agreement } from './outside-list/agreement.service';
import type { ImportOutsideListInput } from './outside-list/outside-list.inputs';
import { OutsideListService } from './outside-list/outside-list.service';
import { QUESTIONS } from './item/joint-review.rules';

export * from './elements.rules';
export * from './legal-basis.rules';
export * from './codes.rules';
export * from './exchange-words.rules';
export * from './elements.inputs';
export * from './secrecy.rules';
export * from './secrecy.inputs';
export { ExchangeMaterialInput } from './importing/item-import.inputs';
export { firstDocument as demoOutsideDocument } from './outside-list/outside-list.examples';
export { proposal as demoProposal } from './commitment/commitment-listing.examples';
export { basisOf, citations } from './importing/item-row.rules';
export { rowProblems, type RowProblem, unreadable } from './importing/report.rules';

/** The basic catalogue for the floors above. */
@Injectable()
export class CatalogFacade {
  constructor(
    private readonly versions: ItemVersions,
    private readonly imports: ItemImport,
    private readonly items: ItemService,
    private readonly commitments: CommitmentListingService,
    private readonly commitmentListings: CommitmentListings,
    private readonly outsideLists: OutsideListService,
    private readonly agreement: Agreement,
    private readonly secrecy: ItemSecrecy,
  ) {}

  /** The version in force today. */
  publishedItem(basicCode: string): Promise<PublishedItem | undefined> {
    return this.versions.inForce(basicCode);
  }

  itemVersion(versionId: string): Promise<PublishedItem | undefined> {
    return this.versions.published(versionId);
  }

  /** catalog/C7: whether guides may offer to handle the item on commitment. */
  isListedForCommitment(basicCode: string): Promise<boolean> {
    return this.commitmentListings.isPublished(basicCode);
  }

  /** catalog/C7: proposed by one, published by another unless it is to stay a proposal. */
  async listForCommitment(hands: { editor: Actor; publisher?: Actor }, proposal: ProposeCommitmentInput): Promise<void> {
    const { id } = await this.commitments.propose(hands.editor, proposal);
    if (hands.publisher) await this.commitments.publish(hands.publisher, id);
  }

  /** catalog/C8: a document of a list that is kept elsewhere. */
  async importOutsideList(by: Actor, document: ImportOutsideListInput): Promise<void> {
    await this.outsideLists.import(by, document);
  }

  /** catalog/C8: refuses while these items and the outside lists differ without a resolution. */
  mustAgreeWithOutsideLists(basicCodes: string[]): Promise<void> {
    return this.agreement.mustHold(basicCodes);
  }

  /** Publishes a national item as the state has laid it down (C2); the same elements again change nothing. */
  takeNational(by: Actor, elements: ItemElements, batch: string): Promise<PublishedItem> {
    return this.imports.take(by, elements, batch);
  }

  /** catalog/C3: an item of the region's own, as far as told; every answer of the joint review is yes. */
  async bringTo(
    state: 'draft' | 'submitted' | 'reviewed' | 'cleared',
    { editor, reviewer }: { editor: Actor; reviewer: Actor },
    item: DraftItemInput,
  ): Promise<void> {
    const { basicCode } = item;
    await this.items.draft(editor, item);
    if (state !== 'draft') await this.items.submit(editor, basicCode);
    if (state === 'draft' || state === 'submitted') return;
    for (const question of QUESTIONS) await this.items.review(reviewer, basicCode, { question, answer: 'yes' });
    if (state === 'cleared') await this.secrecy.review(reviewer, basicCode, cleared);
  }

  /** catalog/C3: an item of the region's own from the draft to publication, by those who may do each; every answer of the joint review is yes. */
  async bringOut(hands: { editor: Actor; reviewer: Actor; publisher: Actor }, item: DraftItemInput): Promise<PublishedItem> {
    await this.bringTo('cleared', hands, item);
    await this.items.publish(hands.publisher, item.basicCode, {});
    return (await this.versions.latest(item.basicCode))!;
  }
}
