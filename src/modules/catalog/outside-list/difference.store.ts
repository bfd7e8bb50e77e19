import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Db } from '../../../kernel/persistence/db';
import type { DifferenceQuery } from './outside-list.inputs';
import type { OutsideKind } from './outside-list.entity';
import type { Resolving } from './outside-resolution.entity';

export const DIFFERING = ['name', 'type', 'code', 'basis', 'only-outside', 'only-ours'] as const;

/** Where a row of an outside list and the catalogue do not say the same. */
export interface OutsideDifference {
  /** Digest of list, row, element and both values: a changed value is another difference, and what did not change stays resolved. */
  id: string;
  kind: OutsideKind;
  key: string;
  basicCode: string | null;
  element: (typeof DIFFERING)[number];
  ours: string | null;
  theirs: string | null;
  resolution: (Resolving & { at: string }) | null;
  open: boolean;
}

/*
 * Rows and items meet by code, else by name. Every power item belongs on the power and duty list; on another list an item is missed
 * when an earlier edition had it. What ours is to follow stays open until it does.
 */
const DIFFERENCES = `
  with theirs as (select * from catalog.outside_row r where r.until is null and ($1::text is null or r.kind = $1)),
  ours as (
    select i.basic_code, i.item_type, i.elements ->> 'name' as name, catalog.citations(i.elements -> 'legalBasis') as basis
    from catalog.item i where i.state <> 'withdrawn'
  ),
  by_code as (select t.id, o.basic_code from theirs t join ours o on o.basic_code = t.code),
  by_name as (
    select distinct on (t.id) t.id, o.basic_code from theirs t join ours o on o.name = t.name
    where not exists (select from by_code b where b.id = t.id or (b.basic_code = o.basic_code and b.id in (
      select s.id from theirs s where s.kind = t.kind)))
    order by t.id, o.basic_code
  ),
  pair as (
    select t.kind, t.key, t.code, t.name, t.item_type, catalog.citations(to_jsonb(t.basis)) as basis,
      o.basic_code, o.name as our_name, o.item_type as our_type, o.basis as our_basis
    from theirs t left join (table by_code union all table by_name) m on m.id = t.id left join ours o on o.basic_code = m.basic_code
  ),
  difference as (
    select p.kind, p.key, p.basic_code, e.element, e.ours, e.theirs
    from pair p, lateral (values ('name', p.our_name, p.name), ('type', p.our_type, p.item_type), ('code', p.basic_code, p.code),
      ('basis', p.our_basis, p.basis)) e (element, ours, theirs)
    where p.basic_code is not null and e.theirs is not null and e.ours is distinct from e.theirs
    union all
    select p.kind, p.key, null, 'only-outside', null, p.name from pair p where p.basic_code is null
    union all
    select l.kind, o.basic_code, o.basic_code, 'only-ours', o.name, null from catalog.outside_list l, ours o
    where ($1::text is null or l.kind = $1) and not exists (select from pair p where p.kind = l.kind and p.basic_code = o.basic_code)
      and ((l.kind = 'power-and-duty' and o.item_type < '20')
        or exists (select from catalog.outside_row r where r.kind = l.kind and r.key = o.basic_code and r.until is not null))
  ),
  named as (
    select md5(concat_ws(chr(31), d.kind, d.key, d.element, coalesce(d.basic_code, ''), coalesce(d.ours, ''), coalesce(d.theirs, ''))) as id, d.*
    from difference d
  ),
  judged as (
    select n.*, s.resolution, coalesce(s.resolution ->> 'choice', 'ours-follows') = 'ours-follows' as open
    from named n left join lateral (
      select jsonb_strip_nulls(jsonb_build_object('choice', r.choice, 'reason', r.reason, 'document', r.document, 'basis', r.basis, 'at', r.at))
        as resolution
      from catalog.outside_resolution r where r.difference = n.id order by r.at desc, r.id desc limit 1
    ) s on true
  )
  select id, kind, key, basic_code as "basicCode", element, ours, theirs, resolution, open from judged`;

const PAGE = `${DIFFERENCES} where (key, element) > ($2, $3) and ($4::boolean is null or open = $4)
  and ($5::text is null or basic_code = $5) order by key, element limit $6`;
const ONE = `${DIFFERENCES} where id = $2`;
const OPEN = `${DIFFERENCES} where open and basic_code = any($2) order by basic_code, kind, element limit 100`;

/** catalog/C8: what the outside lists and the catalogue say differently, as both stand now. */
@Injectable()
export class Differences {
  constructor(private readonly db: Db) {}

  async page(kind: OutsideKind, query: DifferenceQuery): Promise<Page<OutsideDifference>> {
    const limit = limitOf(query);
    const [key, element] = readCursor(query, 2) ?? ['', ''];
    const filters = [query.open ?? null, query.basicCode ?? null];
    const rows = await this.db.query<OutsideDifference>(PAGE, [kind, key, element, ...filters, limit + 1]);
    return pageFrom(rows, limit, (row) => [row.key, row.element]);
  }

  one(kind: OutsideKind, id: string): Promise<OutsideDifference | undefined> {
    return this.db.one<OutsideDifference>(ONE, [kind, id]);
  }

  /** Unresolved ones of these items, a hundred at most. */
  openOf(basicCodes: string[]): Promise<OutsideDifference[]> {
    return this.db.query<OutsideDifference>(OPEN, [null, basicCodes]);
  }
}
