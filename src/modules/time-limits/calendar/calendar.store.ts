import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { Store } from '../../../kernel/persistence/store';
import { PublishedCalendar } from './calendar.entity';
import { type CalendarAct, calendarLifecycle } from './calendar.lifecycle';
import { calendarPolicy } from './calendar.policy';

@Injectable()
export class PublishedCalendars extends Store<PublishedCalendar, CalendarAct> {
  constructor() {
    super({ entity: PublishedCalendar, policy: calendarPolicy, lifecycle: calendarLifecycle });
  }

  /**
   * Waits until nobody computes a due day, and gives the number of the edition to come. Publications follow one another, so that
   * whoever sees an edition sees all before it.
   */
  async nextEdition(): Promise<number> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('time-limits.calendar'))`);
    return (await this.db.one<{ edition: number }>(`select nextval('time_limits.edition')::int as edition`))!.edition;
  }

  /** The calendar of an area and year for its next issue; one that has none yet has version 0. Only under `nextEdition`. */
  async lookupToPublish(by: Actor, areaPath: string[], year: number, expected: number): Promise<PublishedCalendar> {
    const empty = PublishedCalendar.of(areaPath, year);
    const [found] = await this.find('t.area = $1 and t.year = $2', [empty.area, year], 'for update');
    if (found) return this.lookupFor(by, 'publish', found.id, expected);
    this.mustPublish(by, areaPath, year);
    if (Number.isNaN(expected)) throw refuse('if-match-missing');
    if (expected !== 0) throw refuse('stale', { values: { version: 0 } });
    return empty;
  }

  /** Refuses whoever may not publish this calendar. */
  mustPublish(by: Actor, areaPath: string[], year: number): void {
    if (!calendarPolicy.may.publish.test(PublishedCalendar.of(areaPath, year), by)) throw refuse('not-allowed');
  }

  all(): Promise<PublishedCalendar[]> {
    return this.find('true', []);
  }
}
