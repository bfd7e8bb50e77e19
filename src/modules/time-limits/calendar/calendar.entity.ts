import { Entity, PrimaryColumn } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Instant, Whole, WordList, Words } from '../../../kernel/persistence/columns';
import type { CalendarDay, Day, PublishedYear } from '../calendar.rules';
import { CalendarPublished } from '../time-limits.events';
import { CalendarChange, NO_LIMIT } from './calendar-change.entity';
import { calendarLifecycle, type CalendarState } from './calendar.lifecycle';
import { changedDays } from './published-days.rules';

/** Stands for the whole country where an area is asked for. */
export const NATION = '000000000000';

/** One publication of a calendar; it stays as it is. */
@Entity({ schema: 'time_limits', name: 'calendar_issue' })
export class CalendarIssue {
  @PrimaryColumn('uuid') calendarId: string;
  @PrimaryColumn('integer') number: number;
  @Whole() edition: number;
  @Words() notice: string;
  @Instant() publishedAt: string;
}

@Entity({ schema: 'time_limits', name: 'calendar_day' })
export class CalendarDayRow {
  @PrimaryColumn('uuid') calendarId: string;
  @PrimaryColumn('integer') number: number;
  @PrimaryColumn('date') day: Day;
  @Words() kind: CalendarDay['kind'];
  @Words() name: string;
}

export interface Publication extends Omit<PublishedYear, 'year'> {
  edition: number;
  now: string;
  origin: 'platform' | 'people';
  /** The days of the issue before; null for the first one. */
  before: PublishedYear['days'] | null;
}

/** The days of one year that one notice takes off or puts on: of the nation, a region, or a place (T1). */
@Entity({ schema: 'time_limits', name: 'calendar' })
export class PublishedCalendar extends Aggregate<CalendarState> {
  @Words() source: CalendarDay['source'];
  @Words() area: string;
  /** The area and all above it; empty for the nation. */
  @WordList() areaPath: string[];
  @Whole() year: number;
  /** Who published last: what people published is not replaced by what comes with the platform. */
  @Words() origin: Publication['origin'];

  /** A calendar that has no issue yet. */
  static of(areaPath: readonly string[], year: number): PublishedCalendar {
    const calendar = new PublishedCalendar();
    const area = areaPath[0] ?? NATION;
    return Object.assign(calendar, { state: 'published', source: sourceOf(area), area, areaPath, year });
  }

  publish({ edition, now, origin, notice, days, before }: Publication): void {
    this.move(calendarLifecycle, 'publish', { notice, days: days.length, edition });
    this.origin = origin;
    const issue = { calendarId: this.id, number: this.version + 1 };
    this.add(Object.assign(new CalendarIssue(), { ...issue, edition, notice, publishedAt: now }));
    for (const day of days) this.add(Object.assign(new CalendarDayRow(), { ...issue, ...day }));
    const { area, source, year } = this;
    const changed = changedDays(before ?? [], days);
    const change = { source, area, year, firstDay: changed[0] ?? null, lastDay: changed.at(-1) ?? null };
    this.add(Object.assign(new CalendarChange(), { ...issue, edition, ...change, afterLimit: NO_LIMIT, doneAt: null }));
    this.tell(CalendarPublished({ area, source, year, edition }));
  }
}

export function sourceOf(area: string): CalendarDay['source'] {
  if (area === NATION) return 'national';
  return isRegion(area) ? 'regional' : 'place';
}

const isRegion = (area: string): boolean => /^\d\d0{10}$/.test(area) && area !== NATION;
