import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { Offer } from './guide.rules';
import { GuideShelf } from './guide/guide-shelf.service';
import { ListImport, type ListToPublish } from './importing/list-import.service';

export * from './guide.rules';
export { GuideContent } from './content/content.inputs';
export type { ListToPublish } from './importing/list-import.service';

/** Implementation lists for the floors above. */
@Injectable()
export class ImplementationFacade {
  constructor(
    private readonly shelf: GuideShelf,
    private readonly imports: ListImport,
  ) {}

  /** The version in force now; a code of 31 digits means its first variant in force. */
  offer(code: string): Promise<Offer | undefined> {
    return this.shelf.offer(code);
  }

  offerVersion(versionId: string): Promise<Offer | undefined> {
    return this.shelf.offerVersion(versionId);
  }

  /** Every rule applies; a list that is published already gets its next version. */
  publish(by: Actor, list: ListToPublish): Promise<Offer> {
    return this.imports.publish(by, list);
  }
}
