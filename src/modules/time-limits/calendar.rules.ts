import { addDays } from '../../kernel/clock/day';

/** A day is yyyy-mm-dd of the region (Asia/Shanghai); days compare as strings. An instant is ISO 8601. */
export type Day = string;

export interface CalendarDay {
  kind: 'holiday' | 'make-up';
  name: string;
  source: 'national' | 'regional' | 'place';
}

/** Working days of one place. A year is loaded when its notice has been published and entered; other years are not guessed. */
export interface Calendar {
  region: string;
  days: ReadonlyMap<Day, CalendarDay>;
  nationalYears: ReadonlySet<number>;
  regionalYears: ReadonlySet<number>;
  version: number;
}

/** The days one notice takes off or puts on, for the year it speaks of. */
export interface PublishedYear {
  year: number;
  notice: string;
  days: readonly { day: Day; kind: CalendarDay['kind']; name: string }[];
}

export interface CalendarParts {
  region: string;
  version: number;
  national: readonly PublishedYear[];
  regional: readonly PublishedYear[];
  closures?: PublishedYear['days'];
}

/** time-limits/T1: national days, over them the region's, over them the closures of the place; the nearest one wins. */
export function buildCalendar({ region, version, national, regional, closures = [] }: CalendarParts): Calendar {
  const days = new Map<Day, CalendarDay>();
  const put = (entries: PublishedYear['days'], source: CalendarDay['source']) =>
    entries.forEach(({ day, kind, name }) => days.set(day, { kind, name, source }));
  national.forEach((year) => put(year.days, 'national'));
  regional.forEach((year) => put(year.days, 'regional'));
  put(closures, 'place');
  const yearsOf = (published: readonly PublishedYear[]) => new Set(published.map(({ year }) => year));
  return { region, version, days, nationalYears: yearsOf(national), regionalYears: yearsOf(regional) };
}

export interface DayExplained {
  day: Day;
  working: boolean;
  why: 'weekday' | 'weekend' | CalendarDay['kind'];
  name: string | null;
  source: CalendarDay['source'] | null;
  /** Calendars not loaded for the day's year: the answer may still change. */
  missing: string[];
}

/** Administrative Licensing Law art. 82: limits count working days, without statutory holidays; a make-up Saturday is one. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const entry = calendar.days.get(day);
  return entry ? entry.kind === 'make-up' : !isWeekend(day);
}

export function explainDay(calendar: Calendar, day: Day): DayExplained {
  const entry = calendar.days.get(day);
  return {
    day,
    working: isWorkingDay(calendar, day),
    why: entry?.kind ?? (isWeekend(day) ? 'weekend' : 'weekday'),
    name: entry?.name ?? null,
    source: entry?.source ?? null,
    missing: missingBetween(calendar, day, day),
  };
}

/** Both days belong to the pause; `to` is null while it lasts. */
export interface Pause {
  from: Day;
  to: Day | null;
  reason?: string;
}

export interface Limit {
  calendar: Calendar;
  /** The day it begins, in Shanghai (`shanghaiDay`): an evening receipt begins that same day, office hours play no part. */
  from: Day;
  /** Days granted; 0 is the day itself (即办). */
  count: number;
  unit: 'working-day' | 'calendar-day';
  /** T6: working days by which it was extended; they follow the days granted. */
  extension?: number;
  /** How many calendar days before the due day yellow opens, where the ladder's share says nothing (T14). */
  warnDays?: number;
  pauses?: readonly Pause[];
  /** How far a pause without an end is known to have lasted. */
  asOf?: Day;
}

export interface Due {
  dueOn: Day;
  provisional: boolean;
  /** What the due day still depends on: 'national 2027', 'regional 2026', 'end of the pause from 2025-06-03'. */
  missing: string[];
}

/**
 * The last day of a limit.
 * T3: the first day does not count; the day after is day one.
 * T2: a year without its calendars is computed from weekends and what is known, and named in `missing`.
 * T5: time spent in the procedures of art. 45 does not count, so a day on which the clock stood for any part is not counted:
 * otherwise the authority would get less than the days the law gives it. Overlapping pauses are days in a set, never a sum.
 * A limit in calendar days counts every day that is not paused and ends on a rest day too; it needs no calendar.
 * T6: an extension is in working days (art. 42 and 82), whatever the limit was in.
 */
export function dueDay(limit: Limit): Due {
  const { calendar, from, unit, count } = limit;
  const total = daysOf(limit);
  const dueOn = countedDay(limit, total);
  // From where on working days are counted.
  const first = unit === 'working-day' ? from : countedDay(limit, count);
  const missing =
    first < dueOn && (unit === 'working-day' || total > count) ? missingBetween(calendar, addDays(first, 1), dueOn) : [];
  const open = (limit.pauses ?? []).filter(({ from: since, to }) => to === null && since <= dueOn && total > 0);
  missing.push(...new Set(open.map((pause) => `end of the pause from ${pause.from}`)));
  return { dueOn, provisional: missing.length > 0, missing };
}

/** A limit ends with its last day: the next midnight at +08:00. At that instant it is exceeded. */
export const dueAt = (day: Day): string => `${day}T16:00:00.000Z`;

/** The instant a day begins in Shanghai. */
export const beginningOf = (day: Day): string => dueAt(addDays(day, -1));

/** The day in Shanghai (+08:00, without summer time since 1991) at an instant. */
export function shanghaiDay(instant: string | Date): Day {
  return new Date(new Date(instant).getTime() + 8 * HOUR).toISOString().slice(0, 10);
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from);
  return daysAfter(from, to).filter((day) => isWorkingDay(calendar, day)).length;
}

export interface ClockDay {
  day: Day;
  mark: 'start' | 'counted' | 'weekend' | 'holiday' | 'paused';
  /** Which day of the limit it is, for counted days. */
  number: number | null;
  /** The holiday or make-up day, or the reason of the pause. */
  why: string | null;
  source: CalendarDay['source'] | null;
  /** Calendars not loaded for the day's year, where the mark depends on them. */
  missing: string[];
}

/** time-limits/T9: every day from the start to the due day, and how it was taken. A rest day inside a pause is a rest day. */
export function explainClock(limit: Limit): Due & { days: ClockDay[] } {
  const due = dueDay(limit);
  const start: ClockDay = { day: limit.from, mark: 'start', number: null, why: null, source: null, missing: [] };
  let counted = 0;
  const days = daysAfter(limit.from, due.dueOn).map((day): ClockDay => {
    const { why, name, source, working, missing } = explainDay(limit.calendar, day);
    const workingDays = unitOf(limit, counted) === 'working-day';
    const known = workingDays ? { why: name, source, missing } : { why: null, source: null, missing: [] };
    if (workingDays && !working) return { day, mark: why === 'holiday' ? 'holiday' : 'weekend', number: null, ...known };
    const pauses = pausesOn(limit, day);
    if (pauses.length) return { day, mark: 'paused', number: null, ...known, why: reasonsOf(pauses) };
    return { day, mark: 'counted', number: ++counted, ...known };
  });
  return { ...due, days: [start, ...days] };
}

export interface Ladder extends Due {
  yellowOn: Day;
  yellowAt: string;
  redAt: string;
}

/**
 * time-limits/T7. Yellow opens in the morning of the counted day on which `yellowPercent` of the limit is reached, rounded up to a
 * whole day (20 days: the 16th; 5: the 4th; 1: the only one), or of the last working day if that is earlier, as for a limit in
 * calendar days that ends on a rest day. Red is the instant the limit is exceeded.
 */
export function ladder(limit: Limit, yellowPercent = 80): Ladder {
  const due = dueDay(limit);
  const yellowOn = limit.warnDays === undefined ? yellowDay(limit, due.dueOn, yellowPercent) : warningBefore(limit, due.dueOn);
  return { ...due, yellowOn, yellowAt: beginningOf(yellowOn), redAt: dueAt(due.dueOn) };
}

function yellowDay(limit: Limit, dueOn: Day, yellowPercent: number): Day {
  const share = countedDay(limit, Math.ceil((daysOf(limit) * yellowPercent) / 100));
  let last = dueOn;
  while (last > limit.from && !counts(limit, last, 'working-day')) last = addDays(last, -1);
  return share < last ? share : last;
}

function warningBefore({ from, warnDays = 0 }: Limit, dueOn: Day): Day {
  const day = addDays(dueOn, -warnDays);
  return day < from ? from : day;
}

export function rungAt(
  { yellowAt, redAt }: Pick<Ladder, 'yellowAt' | 'redAt'>,
  instant: string | Date,
): 'green' | 'yellow' | 'red' {
  const now = new Date(instant).getTime();
  if (now >= Date.parse(redAt)) return 'red';
  return now >= Date.parse(yellowAt) ? 'yellow' : 'green';
}

/** Days that a limit must grant at least, so that it does not end before this day. */
export function leastDays(limit: Limit, day: Day): number {
  if (day <= limit.from) return 0;
  return (
    daysAfter(limit.from, day).filter((one) => counts(limit, one, limit.unit)).length + (counts(limit, day, limit.unit) ? 0 : 1)
  );
}

export { addDays };

/** How many days lead from one day to another; none back. */
export const daysTo = (day: Day, from: Day): number => Math.max(0, (Date.parse(day) - Date.parse(from)) / (24 * HOUR));

const HOUR = 3_600_000;

/** The day on which the given number of days has been counted; day 0 is the first day itself. */
function countedDay(limit: Limit, count: number): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of days: ${count}`);
  let day = limit.from;
  for (let counted = 0; counted < count;) {
    day = dayAfter(day);
    if (counts(limit, day, unitOf(limit, counted))) counted++;
  }
  return day;
}

const daysOf = ({ count, extension = 0 }: Limit): number => count + extension;

/** What the next day is counted in, when so many have been. */
const unitOf = ({ unit, count }: Limit, counted: number): Limit['unit'] => (counted < count ? unit : 'working-day');

const counts = (limit: Limit, day: Day, unit: Limit['unit']): boolean =>
  (unit === 'calendar-day' || isWorkingDay(limit.calendar, day)) && !limit.pauses?.some((pause) => covers(pause, limit, day));

/** A pause without an end covers its first day and every day up to `asOf`. */
const covers = ({ from, to }: Pause, { asOf = '' }: Limit, day: Day): boolean =>
  from <= day && (day <= (to ?? asOf) || (to === null && day === from));

const pausesOn = (limit: Limit, day: Day): Pause[] => (limit.pauses ?? []).filter((pause) => covers(pause, limit, day));

const reasonsOf = (pauses: Pause[]): string | null =>
  [...new Set(pauses.flatMap(({ reason }) => reason ?? []))].join('、') || null;

// Each limit walks over the same few days: they are worked out once.
const known = new Map<Day, { after: Day; weekend: boolean }>();

function about(day: Day): { after: Day; weekend: boolean } {
  let facts = known.get(day);
  if (!facts) {
    facts = { after: addDays(day, 1), weekend: [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) };
    known.set(day, facts);
  }
  return facts;
}

const dayAfter = (day: Day): Day => about(day).after;
const isWeekend = (day: Day): boolean => about(day).weekend;

function daysAfter(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day < to;) days.push((day = dayAfter(day)));
  return days;
}

function missingBetween({ nationalYears, regionalYears }: Calendar, from: Day, to: Day): string[] {
  const missing: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    if (!nationalYears.has(year)) missing.push(`national ${year}`);
    if (!regionalYears.has(year)) missing.push(`regional ${year}`);
  }
  return missing;
}
