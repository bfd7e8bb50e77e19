import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Db } from '../../../kernel/persistence/db';
import type { PublishedItem } from '../elements.rules';
import { ItemVersion } from './item-version.entity';

const COLUMNS = `v.id, v.item_id as "itemId", v.number, v.basic_code as "basicCode", v.elements, v.digest,
  v.effective_from as "effectiveFrom", v.effective_to as "effectiveTo", v.state, v.published_at as "publishedAt"`;
const DAY = `coalesce($2::date, (kernel.now() at time zone 'Asia/Shanghai')::date)`;
const STANDS = `v.effective_from <= ${DAY} and (v.effective_to is null or v.effective_to > ${DAY})`;
// Not replaced or taken back before its day.
const REAL = 'v.effective_to is distinct from v.effective_from';

const PUBLISHED = `
  select v.item_id as "itemId", v.id as "versionId", v.number as "versionNumber", v.basic_code as "basicCode", v.elements ->> 'name' as name,
    v.elements ->> 'itemType' as "itemType", v.elements, v.effective_from as "effectiveFrom"
  from catalog.item_version v`;
const LATEST = `
  select distinct on (v.basic_code) v.id from catalog.item_version v where v.state = 'published' order by v.basic_code, v.number desc`;
const LIST = `
  select v.basic_code as "basicCode", v.elements ->> 'name' as name, v.elements ->> 'itemType' as "itemType", v.number as "versionNumber",
    v.effective_from as "effectiveFrom"
  from catalog.item_version v
  where v.basic_code > $1 and ${STANDS} and ($3::text is null or v.elements ->> 'itemType' = $3)
  order by v.basic_code limit $4`;

export interface ItemLine {
  basicCode: string;
  name: string;
  itemType: string;
  versionNumber: number;
  effectiveFrom: string;
}

export interface ItemListQuery {
  limit?: number;
  cursor?: string;
  asOf?: string;
  itemType?: string;
}

/** Published versions: read only; the item writes them (catalog/C4). */
@Injectable()
export class ItemVersions {
  constructor(private readonly db: Db) {}

  /** The version in force on a day, today unless told. */
  inForce(basicCode: string, day: string | null = null): Promise<PublishedItem | undefined> {
    return this.db.one<PublishedItem>(`${PUBLISHED} where v.basic_code = $1 and ${STANDS}`, [basicCode, day]);
  }

  allInForce(basicCodes: string[]): Promise<PublishedItem[]> {
    return this.db.query<PublishedItem>(`${PUBLISHED} where v.basic_code = any($1::text[]) and ${STANDS}`, [basicCodes, null]);
  }

  /** Those of the codes, of items or (nine digits) main items, under which an item is in force today. */
  async standing(codes: string[]): Promise<string[]> {
    const sql = `select code from unnest($1::text[]) code where exists (
      select from catalog.item_version v where v.basic_code >= code and v.basic_code < code || 'Z' and starts_with(v.basic_code, code) and ${STANDS})`;
    return (await this.db.query<{ code: string }>(sql, [codes, null])).map(({ code }) => code);
  }

  /** The items in force today under these codes of items and main items, by code. */
  among(codes: string[], after: string, limit: number): Promise<{ basicCode: string; name: string }[]> {
    const sql = `select v.basic_code as "basicCode", v.elements ->> 'name' as name from catalog.item_version v
      where v.basic_code > $3 and array[v.basic_code, left(v.basic_code, 9)] && $1::text[] and ${STANDS} order by 1 limit $4`;
    return this.db.query(sql, [codes, null, after, limit]);
  }

  published(versionId: string): Promise<PublishedItem | undefined> {
    return this.db.one<PublishedItem>(`${PUBLISHED} where v.id = $1`, [versionId]);
  }

  /** One that stands, stood or will stand. */
  real(versionId: string): Promise<PublishedItem | undefined> {
    return this.db.one<PublishedItem>(`${PUBLISHED} where v.id = $1 and ${REAL}`, [versionId]);
  }

  /** Of each item that is not withdrawn its latest version, whether it stands yet or not. */
  async latestIds(): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(LATEST);
    return rows.map(({ id }) => id);
  }

  /** The latest version, whether it stands yet or not; of a withdrawn item the last one. */
  latest(basicCode: string): Promise<PublishedItem | undefined> {
    return this.db.one<PublishedItem>(
      `${PUBLISHED} where v.basic_code = $1 order by (v.state = 'published') desc, v.number desc limit 1`,
      [basicCode],
    );
  }

  async list(query: ItemListQuery): Promise<Page<ItemLine>> {
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    const rows = await this.db.query<ItemLine>(LIST, [after, query.asOf ?? null, query.itemType ?? null, limit + 1]);
    return pageFrom(rows, limit, ({ basicCode }) => [basicCode]);
  }

  /** Versions that stand or will stand, oldest first. */
  async live(itemId: string, today: string): Promise<ItemVersion[]> {
    return (await this.liveOf([itemId], today)).get(itemId)!;
  }

  /** The same of several items. */
  async liveOf(itemIds: string[], today: string): Promise<Map<string, ItemVersion[]>> {
    const live = new Map(itemIds.map((id): [string, ItemVersion[]] => [id, []]));
    const where = `v.item_id = any($1::uuid[]) and (v.effective_to is null or v.effective_to > $2::date) and ${REAL} order by v.number`;
    for (const version of await this.versions(where, [itemIds, today])) live.get(version.itemId)!.push(version);
    return live;
  }

  all(basicCode: string): Promise<ItemVersion[]> {
    return this.versions('v.basic_code = $1 order by v.number desc limit 1000', [basicCode]);
  }

  async numbered(basicCode: string, number: number): Promise<ItemVersion | undefined> {
    return (await this.versions('v.basic_code = $1 and v.number = $2', [basicCode, number]))[0];
  }

  private async versions(where: string, values: unknown[]): Promise<ItemVersion[]> {
    const rows = await this.db.query(`select ${COLUMNS} from catalog.item_version v where ${where}`, values);
    return rows.map((row) => Object.assign(Object.create(ItemVersion.prototype) as ItemVersion, row));
  }
}
