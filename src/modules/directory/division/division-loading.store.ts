import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import { loadDivisionRows, loadSuperiorRows } from '../divisions.rules';

// One statement for all divisions. What is there as given stays untouched; what a later edition of the data knows better is corrected.
const LOAD = `
  with given as (
    select code, name, level, kind, "validFrom" as valid_from, "validTo" as valid_to, "succeededBy" as succeeded_by, parent
    from jsonb_to_recordset($1::jsonb) as g
      (code text, name text, level int, kind text, "validFrom" text, "validTo" text, "succeededBy" text, parent text)
  ),
  divisions as (
    insert into directory.division as d (code, name, level, kind, valid_from, valid_to, succeeded_by)
    select code, name, level, kind, valid_from, valid_to, succeeded_by from given
    except select code, name, level, kind, valid_from, valid_to, succeeded_by from directory.division
    on conflict (code) do update set name = excluded.name, level = excluded.level, kind = excluded.kind,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, succeeded_by = excluded.succeeded_by
    returning 1
  ),
  relations as (
    insert into directory.division_relation as r (code, relation, superior_code, valid_from, valid_to)
    (
      select code, 'code-parent', parent, valid_from, valid_to from given where parent is not null
      union all
      select code, 'administrative-superior', superior, "validFrom", "validTo"
      from jsonb_to_recordset($2::jsonb) as s (code text, superior text, "validFrom" text, "validTo" text)
    )
    except select code, relation, superior_code, valid_from, valid_to from directory.division_relation
    on conflict (code, relation, valid_from) do update set superior_code = excluded.superior_code, valid_to = excluded.valid_to
    returning 1
  )
  select (select count(*) from divisions)::int + (select count(*) from relations)::int as written`;

const DATA = join(__dirname, '../data');
const read = (file: string) => readFileSync(join(DATA, file), 'utf8');

/** Brings in the divisions that come with the platform (D3). */
@Injectable()
export class DivisionLoading {
  constructor(private readonly db: Db) {}

  /** How many rows were written: none when nothing in the data is new. */
  async load(): Promise<number> {
    const divisions = loadDivisionRows(read('divisions.csv'));
    const superiors = loadSuperiorRows(read('administrative-superiors.csv'));
    return (await this.db.one<{ written: number }>(LOAD, [JSON.stringify(divisions), JSON.stringify(superiors)]))!.written;
  }
}
