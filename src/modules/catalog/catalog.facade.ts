import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { ItemElements, PublishedItem } from './elements.rules';
import { ItemImport } from './importing/item-import.service';
import { ItemSecrecy } from './review/item-secrecy.service';
import { cleared } from './secrecy.inputs';
import type { DraftItemInput } from './item/item.inputs';
import { ItemService } from './item/item.service';
import { ItemVersions } from './item/item-version.store';
import { QUESTIONS } from './item/joint-review.rules';

export * from './elements.rules';
export * from './legal-basis.rules';
export * from './codes.rules';
export * from './exchange-words.rules';
export * from './elements.inputs';
export * from './secrecy.rules';
export * from './secrecy.inputs';
export { ExchangeMaterialInput } from './importing/item-import.inputs';
export { basisOf, citations } from './importing/item-row.rules';
export { rowProblems, type RowProblem, unreadable } from './importing/report.rules';

/** The basic catalogue for the floors above. */
@Injectable()
export class CatalogFacade {
  constructor(
    private readonly versions: ItemVersions,
    private readonly imports: ItemImport,
    private readonly items: ItemService,
    private readonly secrecy: ItemSecrecy,
  ) {}

  /** The version in force today. */
  publishedItem(basicCode: string): Promise<PublishedItem | undefined> {
    return this.versions.inForce(basicCode);
  }

  /** Of each code the version in force today, where there is one. */
  publishedItems(basicCodes: string[]): Promise<PublishedItem[]> {
    return this.versions.allInForce(basicCodes);
  }

  itemVersion(versionId: string): Promise<PublishedItem | undefined> {
    return this.versions.published(versionId);
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
