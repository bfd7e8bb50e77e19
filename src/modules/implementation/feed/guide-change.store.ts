import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { GuideSetQuery } from './guide-changes.inputs';
import type { GuideChange } from './guide-changes.views';

/** Numbers that one reading looks at: a filter that finds little must not make it read the whole feed. */
const SPAN = 10_000;

const HEAD = 'select coalesce(max(position), 0) as position, kernel.now() as now from implementation.guide_change';

// An organization that has moved away leaves a tombstone in the division it left.
const CHANGES = `
  with head as (${HEAD}),
  entry as (
    select c.position, jsonb_build_object('kind', k.kind, 'code', v.variant_code, 'version', v.number, 'versionId', v.id, 'digest', v.digest,
      'effectiveFrom', case c.kind when 'published' then v.effective_from else v.effective_to end, 'at', c.at) as line
    from implementation.guide_change c join implementation.guide_version v on v.id = c.version_id,
      lateral (select case when $3::text <> all(v.area_path) then 'withdrawn' else c.kind end as kind) k
    where c.position > $1 and c.position <= $1 + ${SPAN}
      and ($3::text is null or $3 = any(v.area_path) or $3 = any(c.areas_left)) and ($4::uuid is null or v.organization_id = $4)
    order by c.position limit $2)
  select head.position as head, (select max(position) from entry) as last, (select count(*) from entry)::int as count,
    coalesce((select jsonb_agg(line order by position) from entry), '[]') as items
  from head`;

const set = (more: string) => `
  select (select coalesce(max(position), 0) from implementation.guide_change) as position, kernel.now() as now, count(*)::int as count,
    encode(sha256(convert_to(coalesce(
      string_agg(v.variant_code || ' ' || v.digest || e'\\n', '' order by v.variant_code collate "C"), ''), 'UTF8')), 'hex') as digest
  from implementation.guide_version v where v.effective_to is null ${more}`;
const SET = set('');
const SET_OF_ORGANIZATION = set('and v.organization_id = $1');
const SET_OF_DIVISION = set('and v.area_path @> array[$1]');
const SET_OF_BOTH = set('and v.organization_id = $1 and v.area_path @> array[$2]');

/** Where the feed stands. */
export interface Head {
  position: number;
  now: string;
}

/** What is in force there, as one digest over a line `<code> <digest>` for each guide, in the order of codes. */
export interface GuideSet extends Head {
  count: number;
  digest: string;
}

export interface ReadChanges {
  items: GuideChange[];
  head: number;
  /** Up to where all has been read. */
  position: number;
}

/** implementation/I10: what the database tells of each publication and withdrawal when it commits. */
@Injectable()
export class GuideChangeStore {
  constructor(private readonly db: Db) {}

  async head(): Promise<Head> {
    return (await this.db.one<Head>(HEAD))!;
  }

  async after(position: number, limit: number, { division, organization }: GuideSetQuery): Promise<ReadChanges> {
    const values = [position, limit, division ?? null, organization ?? null];
    const found = await this.db.one<{ head: number; last: number | null; count: number; items: GuideChange[] }>(CHANGES, values);
    const { head, last, count, items } = found!;
    return { items, head, position: count === limit ? last! : Math.min(head, position + SPAN) };
  }

  /** In force now; the number of the last change belongs to the same snapshot. */
  async inForce({ division, organization }: GuideSetQuery): Promise<GuideSet> {
    if (organization && division) return (await this.db.one<GuideSet>(SET_OF_BOTH, [organization, division]))!;
    if (organization) return (await this.db.one<GuideSet>(SET_OF_ORGANIZATION, [organization]))!;
    if (division) return (await this.db.one<GuideSet>(SET_OF_DIVISION, [division]))!;
    return (await this.db.one<GuideSet>(SET))!;
  }
}
