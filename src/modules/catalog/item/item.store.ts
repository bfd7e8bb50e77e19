import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { Store } from '../../../kernel/persistence/store';
import { Item } from './item.entity';
import { type ItemAct, itemLifecycle } from './item.lifecycle';
import { ReviewRequest } from './review-request.entity';
import { itemPolicy } from './item.policy';

const REVIEWS: ItemAct[] = ['review', 'review-secrecy', 'countersign', 'publish'];

/** Catalogue items as their editors know them: by basic code. */
@Injectable()
export class Items extends Store<Item, ItemAct> {
  constructor() {
    super({
      ...{ entity: Item, policy: itemPolicy, lifecycle: itemLifecycle },
      below: { requests: { entity: ReviewRequest, column: 'item_id', order: 'round' } },
    });
  }

  async lookupCodeFor(by: Actor, act: ItemAct, basicCode: string, expected?: number): Promise<Item> {
    return this.lookupFor(by, act, await this.idOf(basicCode), expected);
  }

  async seeCode(by: Actor, basicCode: string): Promise<Item> {
    return this.see(by, await this.idOf(basicCode));
  }

  /** catalog/C9 */
  async withdrawable(by: Actor, basicCode: string): Promise<Item> {
    const item = await this.seeCode(by, basicCode);
    if (!itemPolicy.may.withdraw.test(item, by)) throw refuse('not-allowed');
    return item;
  }

  async ofCode(basicCode: string): Promise<Item | undefined> {
    return (await this.find('t.basic_code = $1', [basicCode]))[0];
  }

  /** By basic code, locked in one order, for an import that may find them or not. */
  async ofCodes(basicCodes: string[]): Promise<Map<string, Item>> {
    const found = await this.find('t.basic_code = any($1::text[])', [basicCodes], 'order by t.basic_code for update');
    return new Map(found.map((item) => [item.basicCode, item]));
  }

  /** catalog/C9: nobody withdraws these items before the transaction ends; one that is being withdrawn is waited for. */
  async hold(basicCodes: string[]): Promise<void> {
    await this.db.query(`select from ${this.table()} where basic_code = any($1::text[]) order by basic_code for share`, [
      basicCodes,
    ]);
  }

  /** catalog/C3, catalog/P1: nobody is offered to review, countersign or publish their own draft. */
  override actsFor(by: Actor, item: Item): ItemAct[] {
    return super.actsFor(by, item).filter((act) => !REVIEWS.includes(act) || !item.authors.includes(by.id));
  }

  /** The item about which an organization was asked. */
  async ofRequest(requestId: string): Promise<Item | undefined> {
    const found = await this.db.one<{ id: string }>(`select item_id as id from ${this.table(ReviewRequest)} where id = $1`, [
      requestId,
    ]);
    return found && this.load(found.id, '');
  }

  private async idOf(basicCode: string): Promise<string> {
    const found = await this.db.one<{ id: string }>(`select id from ${this.table()} where basic_code = $1`, [basicCode]);
    if (!found) throw refuse('not-found');
    return found.id;
  }
}
