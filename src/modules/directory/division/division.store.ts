import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';

// The division and all above it, along the code parent and the administrative superior (D1), nearest first.
const PATH = `
  with recursive up (code, depth) as (
    select code, 0 from directory.division where code = $1
    union
    select r.superior_code, up.depth + 1 from up join directory.division_relation r on r.code = up.code and r.valid_to is null
  )
  select array_agg(code order by depth) as path from (select code, min(depth) as depth from up group by code) each_once`;

// One statement for all divisions: what is there already stays.
const LOAD = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as g (code text, name text, level int, kind text, parent text, from_day text, to_day text)),
  loaded as (
    insert into directory.division (code, name, level, kind, valid_from, valid_to)
    select code, name, level, kind, from_day, to_day from given on conflict (code) do nothing
  ),
  parents as (
    insert into directory.division_relation (code, relation, superior_code, valid_from, valid_to)
    select code, 'code-parent', parent, from_day, to_day from given where parent is not null on conflict do nothing
  )
  insert into directory.division_relation (code, relation, superior_code)
  select code, 'administrative-superior', superior from jsonb_to_recordset($2::jsonb) as s (code text, superior text) on conflict do nothing`;

const DATA = join(__dirname, '../data');

/** Administrative divisions (行政区划), five levels. */
@Injectable()
export class Divisions {
  constructor(private readonly db: Db) {}

  async load(): Promise<void> {
    const divisions = rows('divisions.csv').map(([code, name, parent, level, kind, from, to]) => ({
      ...{ code, name, kind, level: Number(level), parent: parent || null, from_day: from || null, to_day: to || null },
    }));
    const superiors = rows('administrative-superiors.csv').map(([code, superior]) => ({ code, superior }));
    await this.db.query(LOAD, [JSON.stringify(divisions), JSON.stringify(superiors)]);
  }

  async pathOf(code: string): Promise<string[] | null> {
    return (await this.db.one<{ path: string[] | null }>(PATH, [code]))!.path;
  }
}

const rows = (file: string) =>
  readFileSync(join(DATA, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
