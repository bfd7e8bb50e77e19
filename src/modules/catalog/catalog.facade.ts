import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { ItemElements, PublishedItem } from './elements.rules';
import { ItemImport } from './importing/item-import.service';
import { ItemVersions } from './item/item-version.store';

export * from './elements.rules';
export * from './legal-basis.rules';
export * from './codes.rules';
export * from './exchange-words.rules';
export * from './elements.inputs';
export { ExchangeMaterialInput } from './importing/item-import.inputs';
export { basisOf, citations } from './importing/item-row.rules';
export { rowProblems, type RowProblem, unreadable } from './importing/report.rules';

/** The basic catalogue for the floors above. */
@Injectable()
export class CatalogFacade {
  constructor(
    private readonly versions: ItemVersions,
    private readonly imports: ItemImport,
  ) {}

  /** The version in force today. */
  publishedItem(basicCode: string): Promise<PublishedItem | undefined> {
    return this.versions.inForce(basicCode);
  }

  itemVersion(versionId: string): Promise<PublishedItem | undefined> {
    return this.versions.published(versionId);
  }

  /** Publishes a national item as the state has laid it down (C2); the same elements again change nothing. */
  takeNational(by: Actor, elements: ItemElements, batch: string): Promise<PublishedItem> {
    return this.imports.take(by, elements, batch);
  }
}
