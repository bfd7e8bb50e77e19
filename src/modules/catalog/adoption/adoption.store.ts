import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, type PageQuery, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { Adoption } from './adoption.entity';
import type { AdoptionQuery } from './adoption.inputs';
import { type AdoptionAct, adoptionLifecycle } from './adoption.lifecycle';
import { adoptionPolicy } from './adoption.policy';
import { exercisedBy } from './adoption.rules';
import type { AdoptionLine } from './adoption.views';
import type { ItemElements } from '../elements.rules';

const STANDING = `case when a.id is null then 'unanswered'
  when a.state = 'adopted' and a.version_number < v.number then 'to-renew' else a.state end`;
const OF_DIVISION = `
  with day as materialized (select (kernel.now() at time zone 'Asia/Shanghai')::date as today)
  select v.basic_code as "basicCode", v.elements ->> 'name' as name, v.number as "versionNumber", ${STANDING} as standing,
    a.version_number as "answeredNumber", v.elements -> 'exerciseLevels' as "exerciseLevels"
  from day, catalog.item_version v left join catalog.adoption a on a.basic_code = v.basic_code and a.division_code = $2
  where v.basic_code > $1 and v.effective_from <= day.today and (v.effective_to is null or v.effective_to > day.today)
    and ($3::text is null or ${STANDING} = $3)
  order by v.basic_code limit $4`;
const ADOPTED = `
  select a.basic_code as "basicCode", array_agg(a.division_code) as divisions from catalog.adoption a
  where a.basic_code = any($1::text[]) and a.state = 'adopted' and ($2::text[] is null or a.division_code = any($2))
  group by a.basic_code`;

@Injectable()
export class Adoptions extends Store<Adoption, AdoptionAct> {
  constructor() {
    super({ entity: Adoption, policy: adoptionPolicy, lifecycle: adoptionLifecycle });
  }

  /** What a division has answered to these items, by code. Those who answer for one division follow each other. */
  async answers(division: string, basicCodes: string[]): Promise<Map<string, Adoption>> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('catalog.adoption ' || $1))`, [division]);
    const found = await this.find('t.division_code = $1 and t.basic_code = any($2::text[])', [division, basicCodes]);
    return new Map(found.map((adoption) => [adoption.basicCode, adoption]));
  }

  /** Who has answered to an item, by division. */
  async ofItem(basicCode: string, query: PageQuery): Promise<Page<Adoption>> {
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    const rows = await this.find(
      't.basic_code = $1 and t.division_code > $2',
      [basicCode, after, limit + 1],
      'order by t.division_code limit $3',
    );
    return pageFrom(rows, limit, ({ divisionCode }) => [divisionCode]);
  }

  /** Every item in force, and how it stands with a division. */
  async ofDivision(query: AdoptionQuery): Promise<Page<AdoptionLine>> {
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    type Row = Omit<AdoptionLine, 'answeredNumber'> & Pick<ItemElements, 'exerciseLevels'> & { answeredNumber: number | null };
    const found = await this.db.query<Row>(OF_DIVISION, [after, query.division, query.standing ?? null, limit + 1]);
    const rows = found.map(({ answeredNumber, exerciseLevels, ...row }) => ({
      ...{ ...row, exercised: exercisedBy(query.division, { exerciseLevels }) },
      ...(answeredNumber !== null && { answeredNumber }),
    }));
    return pageFrom(rows, limit, ({ basicCode }) => [basicCode]);
  }

  /** Of each item the divisions that have adopted it, all or of those named. */
  async adopted(basicCodes: string[], divisions?: string[]): Promise<Map<string, Set<string>>> {
    const rows = await this.db.query<{ basicCode: string; divisions: string[] }>(ADOPTED, [basicCodes, divisions ?? null]);
    return new Map(rows.map((row) => [row.basicCode, new Set(row.divisions)]));
  }
}
