import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { OutsideList, type OutsideKind } from './outside-list.entity';
import type { OutsideRowQuery } from './outside-list.inputs';
import { type OutsideListAct, outsideListLifecycle } from './outside-list.lifecycle';
import { outsideListPolicy } from './outside-list.policy';
import { OutsideRow } from './outside-row.entity';

const NO_ID = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class OutsideLists extends Store<OutsideList, OutsideListAct> {
  constructor() {
    super({ entity: OutsideList, policy: outsideListPolicy, lifecycle: outsideListLifecycle });
  }

  async lookupKindFor(by: Actor, act: OutsideListAct, kind: OutsideKind): Promise<OutsideList> {
    return this.lookupFor(by, act, await this.idOf(kind));
  }

  async seeKind(by: Actor, kind: OutsideKind): Promise<OutsideList> {
    return this.see(by, await this.idOf(kind));
  }

  all(by: Actor): Promise<OutsideList[]> {
    const values: unknown[] = [];
    const visible = outsideListPolicy.see.where(by, (value) => `$${values.push(value)}`);
    return this.find(visible, values, 'order by t.kind');
  }

  /** For an import, which may be the first of its kind: two of a kind follow each other. */
  async locked(kind: OutsideKind): Promise<OutsideList | undefined> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('catalog.outside-list ' || $1))`, [kind]);
    return (await this.find('t.kind = $1', [kind], 'for update'))[0];
  }

  /** Rows that stand: those with these keys, or all. */
  async standing(listId: string, keys?: string[]): Promise<OutsideRow[]> {
    const sql = `select ${this.row(OutsideRow)} as row from ${this.table(OutsideRow)} t
      where t.list_id = $1 and t.until is null and ($2::text[] is null or t.key = any($2))`;
    const rows = await this.db.query<{ row: object }>(sql, [listId, keys ?? null]);
    return rows.map(({ row }) => Object.assign(Object.create(OutsideRow.prototype) as OutsideRow, row));
  }

  /** Rows of an edition, the last one unless told. */
  async rows(list: OutsideList, query: OutsideRowQuery): Promise<Page<OutsideRow>> {
    const limit = limitOf(query);
    const [key, id] = readCursor(query, 2) ?? ['', NO_ID];
    const sql = `select ${this.row(OutsideRow)} as row from ${this.table(OutsideRow)} t
      where t.kind = $1 and (t.key, t.id::text) > ($2, $3) and t.since <= $4 and (t.until is null or t.until > $4) order by t.key, t.id limit $5`;
    const edition = query.edition ?? list.editions.length;
    const rows = await this.db.query<{ row: OutsideRow }>(sql, [list.kind, key, id, edition, limit + 1]);
    return pageFrom(
      rows.map(({ row }) => row),
      limit,
      (row) => [row.key, row.id],
    );
  }

  private async idOf(kind: OutsideKind): Promise<string> {
    const found = await this.db.one<{ id: string }>(`select id from ${this.table()} where kind = $1`, [kind]);
    if (!found) throw refuse('not-found');
    return found.id;
  }
}
