import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';

/** How many there are, which they are (as one digest, null where there are none), and the first of them by code. */
export interface Hanging<T> {
  count: number;
  digest: string | null;
  first: T[];
}

export interface HangingLists {
  lists: Hanging<{ variantCode: string; state: string; organizationId: string }>;
  guides: Hanging<{ variantCode: string; name: string; organizationId: string }>;
}

const HANGING = (rows: string, line: string) => `(select jsonb_build_object('count', count(*),
  'digest', encode(sha256(convert_to(string_agg(id::text, ',' order by id), 'UTF8')), 'hex'),
  'first', (select coalesce(jsonb_agg(jsonb_build_object(${line}) order by variant_code, id), '[]')
    from (select * from ${rows} order by variant_code, id limit 10) f)) from ${rows})`;

const OF_ITEM = `
  with list as (
    select l.id, l.variant_code, l.state, l.organization_id from implementation.implementation l
    where l.basic_code = $1 and l.state <> 'withdrawn'),
  guide as (
    select v.id, v.variant_code, v.name, v.organization_id from list join implementation.guide_version v on v.implementation_id = list.id
    where v.effective_from <= kernel.now() and (v.effective_to is null or v.effective_to > kernel.now()))
  select ${HANGING('list', `'variantCode', variant_code, 'state', state, 'organizationId', organization_id`)} as lists,
    ${HANGING('guide', `'variantCode', variant_code, 'name', name, 'organizationId', organization_id`)} as guides`;

/** catalog/C9: what an item's withdrawal would end: lists, worked on or published, and guides in force. */
@Injectable()
export class ListsOfItem {
  constructor(private readonly db: Db) {}

  async hangingOn(basicCode: string): Promise<HangingLists> {
    return (await this.db.one<HangingLists>(OF_ITEM, [basicCode]))!;
  }
}
