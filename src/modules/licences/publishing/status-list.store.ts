import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { CredentialStatus } from '../credential/status-list';

/** Places in one list: enough that a place tells nothing about its holder. */
export const LIST_SIZE = 2 ** 17;
const TRIES = 8;

// One free place of eight drawn; a place that another transaction has just taken gives no row.
const RESERVE = `
  with current as (select coalesce(max(list), 1) + $2::int as list from licences.status_place)
  insert into licences.status_place (list, place)
  select current.list, drawn.place from current, unnest($1::int[]) drawn (place)
  where not exists (select from licences.status_place p where p.list = current.list and p.place = drawn.place) limit 1
  on conflict do nothing returning list, place`;

const CHANGED = `
  insert into licences.status_change (list, revision) values ($1, 1)
  on conflict (list) do update set revision = licences.status_change.revision + 1`;

const READ = `
  select coalesce(c.revision, 0) as revision, l.revision as "signedRevision", l.signed_at as "signedAt", l.token, kernel.now() as now
  from (select $1::int as list) n left join licences.status_change c using (list) left join licences.status_list l using (list)
  where exists (select from licences.status_place p where p.list = n.list)`;

// Revision and entries of one snapshot: a change counts in both or in neither.
const ENTRIES = `
  select coalesce((select revision from licences.status_change where list = $1), 0) as revision, kernel.now() as now,
    (select coalesce(jsonb_agg(jsonb_build_object('index', status_place, 'status', status)), '[]') from licences.credential
      where status_list = $1 and status <> 'valid') as entries`;

const KEEP = `
  insert into licences.status_list as l (list, revision, signed_at, token) values ($1, $2, $3, $4)
  on conflict (list) do update set revision = excluded.revision, signed_at = excluded.signed_at, token = excluded.token
  where l.revision <= excluded.revision`;

export interface PublishedList {
  revision: number;
  signedRevision: number | null;
  signedAt: string | null;
  token: string | null;
  now: string;
}

export interface ListEntries {
  revision: number;
  now: string;
  entries: { index: number; status: CredentialStatus }[];
}

@Injectable()
export class StatusListStore {
  constructor(private readonly db: Db) {}

  /** A random place that nobody had before. Where eight draws find none twice, the list is full enough and the next one opens. */
  async reserve(): Promise<{ list: number; place: number }> {
    for (let attempt = 0; ; attempt++) {
      const drawn = Array.from({ length: TRIES }, () => randomInt(LIST_SIZE));
      const place = await this.db.one<{ list: number; place: number }>(RESERVE, [drawn, attempt > 1 ? 1 : 0]);
      if (place) return place;
    }
  }

  async changed(list: number): Promise<void> {
    await this.db.query(CHANGED, [list]);
  }

  read(list: number): Promise<PublishedList | undefined> {
    return this.db.one<PublishedList>(READ, [list]);
  }

  async entries(list: number): Promise<ListEntries> {
    return (await this.db.one<ListEntries>(ENTRIES, [list]))!;
  }

  async keep(list: number, { revision, now }: ListEntries, token: string): Promise<void> {
    await this.db.query(KEEP, [list, revision, now, token]);
  }
}
