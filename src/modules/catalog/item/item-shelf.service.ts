import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import type { Item } from './item.entity';
import { readsDrafts } from './item.policy';
import { Items } from './item.store';
import { ItemVersions } from './item-version.store';
import { ItemView } from './item.views';

/** An item as a reader may see it. */
@Injectable()
export class ItemShelf {
  constructor(
    private readonly items: Items,
    private readonly versions: ItemVersions,
  ) {}

  async view(by: Actor, item: Item, asOf?: string): Promise<ItemView> {
    const inForce = await this.versions.inForce(item.basicCode, asOf);
    return ItemView.of(item, inForce, readsDrafts.test(item, by), this.items.actsFor(by, item));
  }
}
