import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import type { Actor } from '../../../kernel/authz/actor';
import { Store } from '../../../kernel/persistence/store';
import { ChangeOfLawOrder } from './order.entity';
import type { OrderQuery } from './order.inputs';
import { type OrderAct, orderLifecycle } from './order.lifecycle';
import { orderPolicy } from './order.policy';

// In the words of the partial index change_of_law_order_open.
const OPEN = `t.state in ('issued', 'in-effect')`;
const DUE = `select t.id from acceptance.change_of_law_order t where ${OPEN} and t.effect_at <= kernel.now() order by t.effect_at, t.id`;

@Injectable()
export class ChangeOfLawOrders extends Store<ChangeOfLawOrder, OrderAct> {
  constructor() {
    super({ entity: ChangeOfLawOrder, policy: orderPolicy, lifecycle: orderLifecycle });
  }

  /** Newest first. */
  async list(by: Actor, query: OrderQuery): Promise<Page<ChangeOfLawOrder>> {
    const limit = limitOf(query);
    const [before = null] = readCursor(query, 1) ?? [];
    const values: unknown[] = [before, query.basicCode ?? null, query.state ?? null, limit + 1];
    const seen = orderPolicy.see.where(by, (value) => `$${values.push(value)}`);
    const rows = await this.find(
      `($1::uuid is null or t.id < $1) and ($2::text is null or t.basic_code = $2) and ($3::text is null or t.state = $3) and ${seen}`,
      values,
      'order by t.id desc limit $4',
    );
    return pageFrom(rows, limit, ({ id }) => [id]);
  }

  /** Orders whose day has come and that are not carried out yet, the earliest first. */
  async due(): Promise<string[]> {
    return (await this.db.query<{ id: string }>(DUE)).map(({ id }) => id);
  }

  /** Locked, unless another process is at it. */
  async claim(id: string): Promise<ChangeOfLawOrder | undefined> {
    return (await this.find(`t.id = $1 and ${OPEN}`, [id], 'for update skip locked'))[0];
  }
}
