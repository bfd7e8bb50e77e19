import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import { type ListKind, licensingLevel } from './kinds.rules';
import type { ListLine } from './list-sum.rules';

/** Lines that are held at a time. */
const PAGE = 2_000;

const VERSION = `select id from implementation.guide_version where effective_from <= $3::timestamptz and area_path @> array[$2]`;

/** The lines of a kind ($1) over the guides in force in a division ($2) at an instant ($3), at one level ($4) where one is told. */
const DERIVED = `
  select l.key, l.line from (${VERSION} and effective_to is null union all ${VERSION} and effective_to > $3::timestamptz) v
  join implementation.guide_listing l on l.version_id = v.id and l.kind = $1
  where $4::text is null or l.line ->> 'level' = $4`;
const KEPT = 'select key, line from implementation.managed_list_line';
const DIFFERING = `select coalesce(a.key, b.key) as key, a.line as before, b.line as after`;

export interface LineDifference {
  key: string;
  before: object | null;
  after: object | null;
}

/** catalog/C6: lists are derived by the database from what is published; nobody types a line. */
@Injectable()
export class Derivation {
  constructor(private readonly db: Db) {}

  /** Derives the lines and keeps them under the id of the list. */
  async keep(listId: string, kind: ListKind, divisionCode: string, at: string): Promise<void> {
    const sql = `insert into implementation.managed_list_line (list_id, key, line) select $5::uuid, key, line from (${DERIVED}) derived order by key`;
    await this.db.query(sql, [...scope(kind, divisionCode, at), listId]);
  }

  /** The lines that would be published, within a transaction. */
  async *derived(kind: ListKind, divisionCode: string, at: string): AsyncGenerator<ListLine[]> {
    await this.db.query(`declare derived no scroll cursor for ${DERIVED} order by key`, scope(kind, divisionCode, at));
    for (let page; (page = await this.db.query<ListLine>(`fetch ${PAGE} from derived`)).length;) yield page;
    await this.db.query('close derived');
  }

  async *kept(listId: string): AsyncGenerator<ListLine[]> {
    for (let page: ListLine[] = [], after = ''; (page = await this.lines(listId, after, PAGE)).length; after = page.at(-1)!.key)
      yield page;
  }

  /** In what the lines that would be published differ from a published list; the first hundred of them. */
  async changes(kind: ListKind, divisionCode: string, at: string, against: string | null) {
    const sql = `with different as materialized (
        ${DIFFERING} from (${KEPT} where list_id = $5::uuid) a full join (${DERIVED}) b using (key) where a.line is distinct from b.line
      )
      select (select count(*)::int from different) as "differenceCount",
        (select coalesce(jsonb_agg(to_jsonb(f)), '[]') from (select * from different order by key limit 100) f) as differences`;
    type Changes = { differenceCount: number; differences: LineDifference[] };
    return (await this.db.one<Changes>(sql, [...scope(kind, divisionCode, at), against]))!;
  }

  lines(listId: string, after: string, limit: number): Promise<ListLine[]> {
    return this.db.query<ListLine>(`${KEPT} where list_id = $1 and key > $2 order by key limit $3`, [listId, after, limit]);
  }

  differences(before: string, listId: string, after: string, limit: number): Promise<LineDifference[]> {
    const side = (id: string) => `(${KEPT} where list_id = ${id}::uuid and key > $3)`;
    const sql = `${DIFFERING} from ${side('$1')} a full join ${side('$2')} b using (key) where a.line is distinct from b.line
      order by 1 limit $4`;
    return this.db.query<LineDifference>(sql, [before, listId, after, limit]);
  }

  async basicCodes(listId: string): Promise<string[]> {
    const sql = `select distinct line ->> 'basicCode' as code from implementation.managed_list_line where list_id = $1`;
    return (await this.db.query<{ code: string }>(sql, [listId])).map(({ code }) => code);
  }
}

const scope = (kind: ListKind, divisionCode: string, at: string) => [
  ...[kind, divisionCode, at],
  kind === 'licensing' ? licensingLevel(divisionCode) : null,
];
