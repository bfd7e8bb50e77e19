import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../catalog.errors';
import { catalogPermissions } from '../catalog.permissions';
import { OWN_AREA } from '../codes-in-use.rules';
import type { ItemElementsInput } from '../elements.inputs';
import { elementsFor } from './elements-for.rules';
import { earliestReplacing } from './effective-days.rules';
import { Item } from './item.entity';
import type { DraftItemInput, PublishItemInput, UnscheduleItemInput } from './item.inputs';
import { mustCoverRegion } from '../region.rules';
import { Agreement } from '../outside-list/agreement.service';
import { ReviewClocks } from '../review/review-clocks.service';
import { Items } from './item.store';
import { ItemVersions } from './item-version.store';

/** catalog/C3: from the draft to the published version. */
@Injectable()
export class ItemService {
  constructor(
    private readonly tx: Tx,
    private readonly items: Items,
    private readonly versions: ItemVersions,
    private readonly agreement: Agreement,
    private readonly clocks: ReviewClocks,
  ) {}

  draft(by: Actor, { basicCode, ...input }: DraftItemInput): Promise<Item> {
    return this.tx.run(async () => {
      mustCoverRegion(by, catalogPermissions['item.edit']);
      if (basicCode.startsWith('00')) throw refuse('national-item');
      const elements = elementsFor(basicCode, input);
      if ((await this.items.ofCodes([basicCode])).size) throw refuse('code-taken');
      const item = Item.draft(by.id, elements, OWN_AREA);
      await this.items.save(by, item);
      return item;
    });
  }

  edit(by: Actor, basicCode: string, version: number, input: ItemElementsInput): Promise<Item> {
    return this.tx.run(async () => {
      const item = await this.items.lookupCodeFor(by, 'edit', basicCode, version);
      if (basicCode.startsWith('00')) throw refuse('national-item');
      item.edit(by.id, elementsFor(basicCode, input));
      await this.items.save(by, item);
      return item;
    });
  }

  publish(by: Actor, basicCode: string, { effectiveFrom }: PublishItemInput): Promise<Item> {
    return this.tx.run(async () => {
      const item = await this.items.lookupCodeFor(by, 'publish', basicCode);
      await this.agreement.mustHold([basicCode]);
      const today = shanghaiDay(this.tx.now);
      const live = await this.versions.live(item.id, today);
      item.publish(by.id, effectiveFrom ?? earliestReplacing(live, today), live, today, this.tx.now);
      await this.items.save(by, item);
      return item;
    });
  }

  /** catalog/C4: a version of the region's own is taken back before its day; national ones come and go by the import. */
  unschedule(by: Actor, basicCode: string, { reason }: UnscheduleItemInput): Promise<Item> {
    return this.tx.run(async () => {
      const item = await this.items.lookupCodeFor(by, 'unschedule', basicCode);
      if (basicCode.startsWith('00')) throw refuse('national-item');
      const today = shanghaiDay(this.tx.now);
      item.unschedule(reason, await this.versions.live(item.id, today), today);
      await this.items.save(by, item);
      await this.clocks.cancel(by, item.present);
      return item;
    });
  }

  /** catalog/C9: `looked` refuses whoever has not seen what hangs on the item; asked once nobody else can act on the item. */
  withdraw(by: Actor, basicCode: string, reason: string, looked: () => Promise<void>): Promise<Item> {
    return this.tx.run(async () => {
      const item = await this.items.lookupCodeFor(by, 'withdraw', basicCode);
      await looked();
      const today = shanghaiDay(this.tx.now);
      item.withdraw(reason, await this.versions.live(item.id, today), today, this.tx.now);
      await this.items.save(by, item);
      await this.clocks.cancel(by, item.present);
      return item;
    });
  }
}
