import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { CatalogFacade, diff } from '../../catalog/catalog.facade';
import { refuse } from '../implementation.errors';
import type { Implementation } from '../list/implementation.entity';
import { Implementations } from '../list/implementation.store';
import { follow } from './following.rules';
import type { FollowingView } from './following.views';

/** implementation/I1: lists follow the catalogue, by an act of their editors; until then they rest on the version that they followed last. */
@Injectable()
export class Following {
  constructor(
    private readonly tx: Tx,
    private readonly catalog: CatalogFacade,
    private readonly lists: Implementations,
  ) {}

  async read(by: Actor, id: string): Promise<FollowingView> {
    const list = await this.lists.see(by, id);
    const [before, after] = await this.catalog.versionAndLatest(list.itemVersionId, list.basicCode);
    return {
      ...{ mustFollow: before.versionId !== after.versionId, from: before.versionNumber, to: after.versionNumber },
      ...{ effectiveFrom: after.effectiveFrom, catalogue: diff(before.elements, after.elements) },
      list: diff(list.content, follow(list.content, before, after)),
    };
  }

  take(by: Actor, id: string, version: number): Promise<Implementation> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupFor(by, 'edit', id, version);
      const [before, after] = await this.catalog.versionAndLatest(list.itemVersionId, list.basicCode);
      if (before.versionId === after.versionId) throw refuse('nothing-to-follow', { values: { number: after.versionNumber } });
      list.edit(by.id, after.versionId, follow(list.content, before, after));
      await this.lists.save(by, list);
      return list;
    });
  }
}
