import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { CalendarChange } from './calendar-change.entity';

export type Pending = Pick<
  CalendarChange,
  'calendarId' | 'number' | 'edition' | 'source' | 'area' | 'year' | 'firstDay' | 'lastDay' | 'afterLimit'
>;

const NEXT = `
  select calendar_id as "calendarId", number, edition, source, area, year, first_day as "firstDay", last_day as "lastDay",
    after_limit as "afterLimit"
  from time_limits.calendar_change where done_at is null order by edition, calendar_id limit 1 for update skip locked`;
const MOVE = 'update time_limits.calendar_change set after_limit = $3, done_at = $4 where calendar_id = $1 and number = $2';
// Where no limit is open that was computed before, there is nothing to follow.
const IDLE = `
  update time_limits.calendar_change c set done_at = $1 where done_at is null and not exists (
    select from time_limits."limit" l where l.state in ('running', 'paused') and l.edition < c.edition)`;

/** Publications that open limits have not all been computed with yet. */
@Injectable()
export class CalendarChanges {
  constructor(private readonly db: Db) {}

  async pending(): Promise<boolean> {
    return (await this.db.query('select 1 from time_limits.calendar_change where done_at is null limit 1')).length > 0;
  }

  async dropIdle(now: string): Promise<void> {
    await this.db.query(IDLE, [now]);
  }

  /** The oldest that no other process is at, claimed until the end of the transaction. */
  next(): Promise<Pending | undefined> {
    return this.db.one<Pending>(NEXT);
  }

  async move({ calendarId, number }: Pending, afterLimit: string, doneAt: string | null): Promise<void> {
    await this.db.query(MOVE, [calendarId, number, afterLimit, doneAt]);
  }
}
