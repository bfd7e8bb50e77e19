import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Db } from '../../../kernel/persistence/db';
import type { DivisionLevel } from '../identifiers.rules';
import type { DivisionQuery } from './division.inputs';
import type { DivisionLine, DivisionView } from './division.views';

const TODAY = `to_char(kernel.now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;

// Keeps a look-up of a few rows by key what it is: joined, the planner would read all sixteen thousand.
const PROBE = 'offset 0';

// The day asked for. A division that does not stand on it is shown as it last stood, or as it first will.
const DAY = `case
  when not directory.stands(null, d.valid_to, asked.day) then to_char(directory.first_day(d.valid_to)::date - 1, 'YYYY-MM-DD')
  when not directory.stands(d.valid_from, null, asked.day) then directory.first_day(d.valid_from)
  else asked.day end`;

// D1: everything above it on that day, along the code parent and the administrative superior; the longest way tells the order.
const ABOVE = `
  with recursive self as (
    select d.*, ${DAY} as day, directory.stands(d.valid_from, d.valid_to, asked.day) as stands
    from directory.division d, (select coalesce($2, ${TODAY}) as day) asked where d.code = $1
  ),
  up (code, depth) as (
    select code, 0 from self
    union
    select r.superior_code, up.depth + 1 from up, self, lateral (
      select superior_code from directory.division_relation r
      where r.code = up.code and directory.stands(r.valid_from, r.valid_to, self.day) ${PROBE}
    ) r
  ),
  above as (select code, max(depth) as depth from up group by code)`;

const PLACE = `${ABOVE}
  select self.level, self.stands, self.succeeded_by as "succeededBy", (select array_agg(code order by depth) from above) as path from self`;

const related = (relation: string, day: string) =>
  `(select r.superior_code from directory.division_relation r
    where r.code = d.code and r.relation = '${relation}' and directory.stands(r.valid_from, r.valid_to, ${day}))`;

const parent = (day: string) => related('code-parent', day);
/** D1: under no other superior, a division stands under its parent. */
const superior = (day: string) => `coalesce(${related('administrative-superior', day)}, ${parent(day)})`;

const line = (day: string) => `'code', d.code, 'name', d.name, 'level', d.level, 'kind', d.kind,
  'parent', ${parent(day)}, 'administrativeSuperior', ${superior(day)},
  'validFrom', d.valid_from, 'validTo', d.valid_to, 'succeededBy', d.succeeded_by`;

const VIEW = `${ABOVE}
  select jsonb_strip_nulls(jsonb_build_object(${line('d.day')}, 'path', (
    select coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'name', p.name, 'level', p.level) order by above.depth), '[]')
    from above, lateral (select * from directory.division p where p.code = above.code ${PROBE}) p where above.depth > 0
  ))) as view, d.stands
  from self d`;

/** Where a division stands today. */
export interface DivisionPlace {
  level: DivisionLevel;
  stands: boolean;
  succeededBy: string | null;
  /** The division and all above it, nearest first. */
  path: string[];
}

/** Administrative divisions (行政区划), five levels. */
@Injectable()
export class Divisions {
  constructor(private readonly db: Db) {}

  placeOf(code: string): Promise<DivisionPlace | undefined> {
    return this.db.one<DivisionPlace>(PLACE, [code, null]);
  }

  async nameOf(code: string): Promise<string | undefined> {
    return (await this.db.one<{ name: string }>('select name from directory.division where code = $1', [code]))?.name;
  }

  /** One division on a day, or today, and whether it stood then. */
  view(code: string, asOf?: string): Promise<{ view: DivisionView; stands: boolean } | undefined> {
    return this.db.one(VIEW, [code, asOf ?? null]);
  }

  /** The divisions that stand on a day, by code. */
  async list(query: DivisionQuery): Promise<Page<DivisionLine>> {
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    const values: unknown[] = [query.asOf ?? null, after, limit + 1];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const day = '(select day from asked)';
    const filters = [`directory.stands(d.valid_from, d.valid_to, ${day})`, 'd.code > $2'];
    const under = (above: string, code: string) => {
      const place = bind(code);
      filters.push(`d.code in (select code from directory.division_relation where superior_code = ${place})`);
      filters.push(`${above} = ${place}`);
    };
    if (query.parent) under(parent(day), query.parent);
    if (query.superior) under(superior(day), query.superior);
    if (query.level) filters.push(`d.level = ${bind(query.level)}`);
    const rows = await this.db.query<{ line: DivisionLine }>(
      `with asked as (select coalesce($1, ${TODAY}) as day),
      page as (select d.* from directory.division d where ${filters.join(' and ')} order by d.code limit $3)
      select jsonb_strip_nulls(jsonb_build_object(${line(day)})) as line from page d order by d.code`,
      values,
    );
    return pageFrom(
      rows.map(({ line }) => line),
      limit,
      ({ code }) => [code],
    );
  }
}
