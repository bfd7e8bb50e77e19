import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { DelegatedItem } from '../../directory/directory.facade';

const IN_FORCE = `select id, organization_id, basic_code, code from implementation.guide_version
  where effective_from <= $2::timestamptz and area_path @> array[$1]`;

/**
 * Items of organs ($1: division) whose guides are in force at an instant ($2), once each, at the levels that have a centre, unless
 * they stand on the negative list; and how many of them these delegations ($3, $4: organ, item or all) cover.
 */
const RATE = `
  with delegation as materialized (select * from unnest($3::uuid[], $4::text[]) d (organization_id, basic_code)),
  item as materialized (
    select distinct v.organization_id, v.basic_code from (${IN_FORCE} and effective_to is null union all ${IN_FORCE} and effective_to > $2) v
    where substr(v.code, 19, 1) in ('1', '2', '3', '4') and not exists (
      select from implementation.guide_listing l where l.version_id = v.id and l.kind = 'not-in-centre'))
  select count(*)::int as items, count(*) filter (where
    organization_id in (select organization_id from delegation where basic_code is null)
    or (organization_id, basic_code) in (select organization_id, basic_code from delegation where basic_code is not null)
  )::int as delegated from item`;

@Injectable()
export class DelegationRates {
  constructor(private readonly db: Db) {}

  async rate(division: string, at: string, delegations: DelegatedItem[]): Promise<{ items: number; delegated: number }> {
    const [organs, codes] = [
      delegations.map(({ organizationId }) => organizationId),
      delegations.map(({ basicCode }) => basicCode),
    ];
    return (await this.db.one<{ items: number; delegated: number }>(RATE, [division, at, organs, codes]))!;
  }
}
