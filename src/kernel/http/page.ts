import { ApiProperty } from '@nestjs/swagger';
import { Name, Whole } from '../validation/fields';
import { textFault } from '../validation/text';
import { refuse } from './kernel.errors';

/** `?limit=&cursor=` of every list. */
export class PageQuery {
  @Whole(1, 100, { optional: true, says: 'Items a page, 20 unless told 每页条数' }) limit?: number;
  @Name(500, { optional: true, says: 'nextCursor of the page before 游标' }) cursor?: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** The view class of a page of `item`, for OpenAPI. */
export function pageOf<T>(item: new () => T): new () => Page<T> {
  class PageView {
    @ApiProperty({ type: [item], maxItems: 100 }) items: T[];
    @ApiProperty({
      type: 'string',
      nullable: true,
      maxLength: 500,
      description: 'Cursor of the next page; null on the last 下一页游标',
    })
    nextCursor: string | null;
  }
  Object.defineProperty(PageView, 'name', { value: `${item.name}Page` });
  return PageView;
}

export const limitOf = (query: PageQuery): number => query.limit ?? 20;

/** Reads a cursor made by `pageFrom`: the sort values of the last row, as many as the list sorts by. */
export function readCursor(query: PageQuery, length: number): (string | number)[] | null {
  if (query.cursor === undefined) return null;
  try {
    const keys = JSON.parse(Buffer.from(query.cursor, 'base64url').toString('utf8')) as unknown;
    if (
      Array.isArray(keys) &&
      keys.length === length &&
      keys.every((key) => (typeof key === 'string' ? !textFault(key) : typeof key === 'number'))
    )
      return keys as (string | number)[];
  } catch {
    // falls through to the refusal
  }
  throw refuse('bad-cursor');
}

/** Cuts one row more than the limit into a page; `keys` are the sort values of a row. */
export function pageFrom<T>(rows: T[], limit: number, keys: (row: T) => (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? cursorOf(keys(items.at(-1)!)) : null };
}

export const cursorOf = (keys: (string | number)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');
