import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { GuideSetQuery } from './guide-changes.inputs';
import type { GuideChange } from './guide-changes.views';

/** Numbers that one reading looks at: a filter that finds little must not make it read the whole feed. */
const SPAN = 10_000;

/** Whether something has taken effect that the feed does not tell yet. */
const DUE = 'exists (select from implementation.guide_due d where d.due_at <= kernel.now())';
const HEAD = `select coalesce(max(position), 0) as position, kernel.now() as now, ${DUE} as due from implementation.guide_change`;

// An organization that has moved away leaves a tombstone in the division it left.
const CHANGES = `
  with head as (${HEAD}),
  entry as (
    select c.position, jsonb_build_object('kind', k.kind, 'code', v.variant_code, 'version', v.number, 'versionId', v.id, 'digest', v.digest,
      'effectiveFrom', case c.kind when 'published' then v.effective_from when 'withdrawn' then v.effective_to else c.at end, 'at', c.at) as line
    from implementation.guide_change c join implementation.guide_version v on v.id = c.version_id,
      lateral (select case when $3::text <> all(v.area_path) then 'withdrawn' else c.kind end as kind) k
    where c.position > $1 and c.position <= $1 + ${SPAN}
      and ($3::text is null or $3 = any(v.area_path) or $3 = any(c.areas_left)) and ($4::uuid is null or v.organization_id = $4)
    order by c.position limit $2)
  select head.position as head, head.due, (select max(position) from entry) as last, (select count(*) from entry)::int as count,
    coalesce((select jsonb_agg(line order by position) from entry), '[]') as items
  from head`;

const CHANNEL = (digested: string) =>
  `encode(sha256(convert_to(coalesce(string_agg(${digested}, '' order by code collate "C"), ''), 'UTF8')), 'hex')`;

// The latest instant up to which the feed has told everything, unless another one is asked for.
const set = (more: string) => `
  with moment as materialized (
    select coalesce($1::timestamptz, least(kernel.now(), (select min(d.due_at) from implementation.guide_due d where d.due_at <= kernel.now())
      - interval '1 millisecond'))::timestamptz(3) as at),
  guide as materialized (
    select v.variant_code as code, v.digest from moment, implementation.guide_version v
      where v.effective_to is null and v.effective_from <= moment.at ${more}
    union all
    select v.variant_code, v.digest from moment, implementation.guide_version v
      where v.effective_to > moment.at and v.effective_from <= moment.at ${more}),
  suspended as (
    select s.variant_code as code from moment, implementation.suspension s join guide on guide.code = s.variant_code
    where s.from_at <= moment.at and (s.to_at is null or s.to_at > moment.at))
  select (select coalesce(max(position), 0) from implementation.guide_change) as position, (select at from moment) as now,
    (select count(*) from guide)::int as count, (select ${CHANNEL(`code || ' ' || digest || e'\\n'`)} from guide) as digest,
    (select count(*) from suspended)::int as suspended, (select ${CHANNEL(`code || e'\\n'`)} from suspended) as "suspendedDigest"`;
const SET = set('');
const SET_OF_ORGANIZATION = set('and v.organization_id = $2');
const SET_OF_DIVISION = set('and v.area_path @> array[$2]');
const SET_OF_BOTH = set('and v.organization_id = $2 and v.area_path @> array[$3]');

// Told is what is in force by then; what was published for a later day comes with its day.
const TAKEN = `
  select c.position::float8 as position, v.id as "versionId", v.variant_code as "variantCode"
  from implementation.guide_change c join implementation.guide_version v on v.id = c.version_id
  where c.position > $1 and c.kind = 'published' order by c.position limit $2`;

/** A version that has taken effect. */
export interface TakenEffect {
  position: number;
  versionId: string;
  variantCode: string;
}

/** Where the feed stands. */
export interface Head {
  position: number;
  now: string;
  due?: boolean;
}

/** What is in force there, as one digest over a line `<code> <digest>` for each guide, in the order of codes. */
export interface GuideSet extends Head {
  count: number;
  digest: string;
  /** Those among them that take no new case, and the digest over a line `<code>` for each. */
  suspended: number;
  suspendedDigest: string;
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

  /** Where the feed stands, once it tells what has taken effect: reading needs no job that was there in time. */
  async head(): Promise<Head> {
    const head = (await this.db.one<Head>(HEAD))!;
    if (!head.due) return head;
    await this.tellDue();
    return (await this.db.one<Head>(HEAD))!;
  }

  async tellDue(): Promise<void> {
    await this.db.query('select implementation.tell_due()');
  }

  takenEffect(after: number, count: number): Promise<TakenEffect[]> {
    return this.db.query<TakenEffect>(TAKEN, [after, count]);
  }

  async after(position: number, limit: number, { division, organization }: GuideSetQuery): Promise<ReadChanges> {
    const values = [position, limit, division ?? null, organization ?? null];
    const read = () =>
      this.db.one<{ head: number; due: boolean; last: number | null; count: number; items: GuideChange[] }>(CHANGES, values);
    let found = (await read())!;
    if (found.due) {
      await this.tellDue();
      found = (await read())!;
    }
    const { head, last, count, items } = found;
    return { items, head, position: count === limit ? last! : Math.min(head, position + SPAN) };
  }

  /** In force now, or at an instant; the number of the last change belongs to the same snapshot. */
  async inForce({ division, organization }: GuideSetQuery, asOf: string | null = null): Promise<GuideSet> {
    if (organization && division) return (await this.db.one<GuideSet>(SET_OF_BOTH, [asOf, organization, division]))!;
    if (organization) return (await this.db.one<GuideSet>(SET_OF_ORGANIZATION, [asOf, organization]))!;
    if (division) return (await this.db.one<GuideSet>(SET_OF_DIVISION, [asOf, division]))!;
    return (await this.db.one<GuideSet>(SET, [asOf]))!;
  }
}
