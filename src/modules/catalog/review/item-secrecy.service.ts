import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { Item } from '../item/item.entity';
import { Items } from '../item/item.store';
import type { SecrecyReviewInput } from '../secrecy.inputs';

@Injectable()
export class ItemSecrecy {
  constructor(
    private readonly tx: Tx,
    private readonly items: Items,
  ) {}

  review(by: Actor, basicCode: string, { grade, outcome, reasons }: SecrecyReviewInput): Promise<Item> {
    return this.tx.run(async () => {
      const item = await this.items.lookupCodeFor(by, 'review-secrecy', basicCode);
      item.reviewSecrecy(by.id, { grade, outcome, reasons, at: this.tx.now });
      await this.items.save(by, item);
      return item;
    });
  }
}
