import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { isUuid } from '../../../kernel/validation/text';
import type { ListKind } from './kinds.rules';
import { ManagedList } from './managed-list.entity';
import type { ManagedListQuery } from './managed-list.inputs';
import { type ManagedListAct, managedListLifecycle } from './managed-list.lifecycle';
import { managedListPolicy } from './managed-list.policy';

@Injectable()
export class ManagedLists extends Store<ManagedList, ManagedListAct> {
  constructor() {
    super({ entity: ManagedList, policy: managedListPolicy, lifecycle: managedListLifecycle });
  }

  /** Newest first; with `asOf` the version of each list that stands on the day. */
  async list(by: Actor, query: ManagedListQuery): Promise<Page<ManagedList>> {
    const limit = limitOf(query);
    const [before = 'ffffffff-ffff-ffff-ffff-ffffffffffff'] = readCursor(query, 1) ?? [];
    if (!isUuid(String(before))) throw refuse('bad-cursor');
    const values: unknown[] = [
      before,
      query.kind ?? null,
      query.division ?? null,
      query.state ?? null,
      query.asOf ?? null,
      limit + 1,
    ];
    const visible = managedListPolicy.see.where(by, (value) => `$${values.push(value)}`);
    const stands = `t.effective_from <= $5::date and not exists (select from ${this.table()} n where n.kind = t.kind
      and n.division_code = t.division_code and n.number > t.number and n.effective_from <= $5::date)`;
    const where = `t.id < $1::uuid and ($2::text is null or t.kind = $2) and ($3::text is null or t.division_code = $3)
      and ($4::text is null or t.state = $4) and ($5::date is null or (${stands})) and ${visible}`;
    const rows = await this.find(where, values, 'order by t.id desc limit $6');
    return pageFrom(rows, limit, ({ id }) => [id]);
  }

  /** The latest published version, for whoever publishes the next: two follow each other. */
  async last(kind: ListKind, divisionCode: string): Promise<ManagedList | undefined> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext($1 || $2))`, ['implementation.managed-list', kind + divisionCode]);
    return (await this.published(kind, divisionCode))[0];
  }

  published(kind: ListKind, divisionCode: string): Promise<ManagedList[]> {
    const where = `t.kind = $1 and t.division_code = $2 and t.state = 'published'`;
    return this.find(where, [kind, divisionCode], 'order by t.number desc limit 1');
  }

  /** implementation/P1: nobody is offered to clear what they derived. */
  override actsFor(by: Actor, list: ManagedList): ManagedListAct[] {
    return super.actsFor(by, list).filter((act) => act !== 'review-secrecy' || !list.authors.includes(by.id));
  }
}
