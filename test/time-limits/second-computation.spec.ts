import fc from 'fast-check';
import {
  addDays,
  buildCalendar,
  type Calendar,
  ladder,
  type PublishedYear,
  shanghaiDay,
} from '../../src/modules/time-limits/calendar.rules';
import { Limit } from '../../src/modules/time-limits/limit/limit.entity';

// A second computation of the due day, as plain as it gets: it walks over a list of days and asks of each whether it counts. It shares
// no code with the first one, and the first one is asked by its acts, as the service asks it.

const CASES = 10_000;
const SEED = 20_251_125;

interface Act {
  /** Days after the act before, and minute of the day. */
  later: number;
  minute: number;
  what: 'pause' | 'resume' | 'extend';
  key: 'a' | 'b';
  days: number;
  capped: boolean;
  unit: 'working-day' | 'calendar-day';
}

interface Notice {
  /** Day of the list, and whether it is worked. */
  at: number;
  works: boolean;
}

interface Year {
  national: Notice[];
  regional: Notice[];
  place: Notice[];
  unknownYears: number[];
}

interface Story {
  start: number;
  minute: number;
  count: number;
  unit: 'working-day' | 'calendar-day';
  calendar: { works: boolean[]; unknownYears: number[]; built: Calendar };
  acts: Act[];
  end: number;
}

const DAYS: string[] = [];
for (let year = 2024; year <= 2027; year++) {
  const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  lengths.forEach((length, month) => {
    for (let day = 1; day <= length; day++)
      DAYS.push(`${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  });
}
// 1 January 2024 was a Monday.
const isRestDay = (index: number) => index % 7 > 4;

interface Procedure {
  key: string;
  from: number;
  to: number | null;
  last: number;
}

/** The plain computation: what the limit is on day `today` of the list. */
function plainly(story: Story, today: number, procedures: Procedure[], extension: number) {
  const { works, unknownYears } = story.calendar;
  const stands = (day: number) =>
    procedures.some(({ from, to, last }) => day >= from && day <= Math.min(to ?? Math.max(today, from), last));
  let [index, left, more] = [story.start, story.count, extension];
  const years = new Set<string>();
  while (left + more > 0) {
    index++;
    const unit = left > 0 ? story.unit : 'working-day';
    if (unit === 'working-day') years.add(DAYS[index]!.slice(0, 4));
    if (unit === 'working-day' && !works[index]) continue;
    if (stands(index)) continue;
    if (left > 0) left--;
    else more--;
  }
  const unknown = [...years].filter((year) => unknownYears.includes(Number(year)));
  return { index, dueOn: DAYS[index]!, missing: unknown.map((year) => `regional ${year}`) };
}

function worksOn({ national, regional, place }: Year, index: number): boolean {
  for (const notices of [place, regional, national]) {
    const said = notices.findLast(({ at }) => at === index);
    if (said) return said.works;
  }
  return !isRestDay(index);
}

/** Last day of a number of days after a day. */
function lastOf(story: Story, from: number, days: number, unit: Story['unit']): number {
  let index = from;
  for (let left = days; left > 0;) {
    index++;
    if (unit === 'calendar-day' || story.calendar.works[index]) left--;
  }
  return index;
}

function tellPlainly(story: Story) {
  const procedures: Procedure[] = [];
  let [extension, day] = [0, story.start];
  for (const { later, what, key, days, capped, unit } of story.acts) {
    day += later;
    // What has run out takes no act.
    if (plainly(story, day, procedures, extension).index < day) return ended(story, procedures, extension, true);
    if (what === 'extend') extension ||= days;
    if (what === 'pause')
      procedures.push({ key, from: day, to: null, last: capped ? lastOf(story, day, days, unit) : DAYS.length });
    if (what === 'resume') for (const one of procedures) if (one.key === key && one.to === null) one.to = Math.min(day, one.last);
  }
  const end = day + story.end;
  return ended(story, procedures, extension, plainly(story, end, procedures, extension).index < end, end);
}

function ended(story: Story, procedures: Procedure[], extension: number, exceeded: boolean, today = DAYS.length) {
  const { dueOn, missing } = plainly(story, today, procedures, extension);
  return { dueOn, missing, exceeded };
}

/** The same story by the acts of the record. */
function tellByActs(story: Story) {
  const calendar = story.calendar.built;
  const at = (index: number, minute: number) =>
    new Date(Date.parse(`${DAYS[index]}T00:00:00+08:00`) + minute * 60_000).toISOString();
  const behind = (limit: Limit, now: string) => {
    while (limit.isBehind(now)) limit.fire(calendar, now);
  };
  const subject = { kind: 'test.matter', id: '019b76da-a800-7000-8000-000000000000' };
  const { count, unit } = story;
  const given = { subject, kind: 'test.limit', area: '650102000000', days: count, unit, basis: '第四十二条' };
  const limit = Limit.start(given, calendar, at(story.start, story.minute));
  let [day, now] = [story.start, at(story.start, story.minute)];
  for (const { later, minute, what, key, days: length, capped, unit: capUnit } of story.acts) {
    day += later;
    now = later === 0 ? now : at(day, minute);
    behind(limit, now);
    if (limit.state === 'exceeded') break;
    const cap = capped ? { cap: { days: length, unit: capUnit } } : {};
    if (what === 'pause') limit.pause({ reason: '听证', basis: '第四十五条', key, ...cap }, calendar, now);
    if (what === 'resume') limit.resume(key, calendar, now);
    if (what === 'extend' && !limit.extensionDays) limit.extend({ days: length, basis: '第四十二条' }, calendar, now);
  }
  now = at(day + story.end, 720);
  if (limit.state !== 'exceeded') behind(limit, now);
  const due = limit.state === 'paused' ? ladder(limit.reckoning(calendar, now)) : limit;
  const missing = due.missing.filter((name) => !name.startsWith('end of'));
  return { dueOn: due.dueOn, missing, exceeded: limit.state === 'exceeded' };
}

const days = (notices: Notice[]): PublishedYear['days'] =>
  notices.map(({ at, works }) => ({ day: DAYS[at]!, kind: works ? ('make-up' as const) : ('holiday' as const), name: '测试' }));

const yearsOf = (notices: Notice[], unknown: number[]): PublishedYear[] =>
  [2024, 2025, 2026, 2027].flatMap((year) =>
    unknown.includes(year) ? [] : [{ year, notice: '通知', days: days(notices).filter(({ day }) => day.startsWith(`${year}`)) }],
  );

const notices = (most: number) =>
  fc.array(fc.record({ at: fc.integer({ min: 0, max: 1_200 }), works: fc.boolean() }), { maxLength: most });
const unit = fc.constantFrom('working-day' as const, 'calendar-day' as const);
const act: fc.Arbitrary<Act> = fc.record({
  later: fc.nat(15),
  minute: fc.nat(1_439),
  what: fc.constantFrom('pause' as const, 'pause' as const, 'resume' as const, 'resume' as const, 'extend' as const),
  key: fc.constantFrom('a' as const, 'b' as const),
  days: fc.integer({ min: 1, max: 15 }),
  capped: fc.boolean(),
  unit,
});

// Two hundred calendars, each for many stories.
const calendars = fc
  .sample(
    fc.record<Year>({
      ...{ national: notices(120), regional: notices(60), place: notices(30) },
      unknownYears: fc.uniqueArray(fc.integer({ min: 2025, max: 2026 }), { maxLength: 2 }),
    }),
    { numRuns: 200, seed: SEED },
  )
  .map(({ unknownYears, ...given }): Story['calendar'] => {
    // What an unknown year says has not been published.
    const regional = given.regional.filter(({ at }) => !unknownYears.includes(Number(DAYS[at]!.slice(0, 4))));
    const year = { ...given, regional, unknownYears };
    const parts = {
      national: yearsOf(given.national, []),
      regional: yearsOf(regional, unknownYears),
      closures: days(given.place),
    };
    const built = buildCalendar({ region: '650000000000', version: 1, ...parts });
    return { works: DAYS.map((_, index) => worksOn(year, index)), unknownYears, built };
  });

const story: fc.Arbitrary<Story> = fc.record({
  start: fc.integer({ min: 0, max: 800 }),
  // One receipt in four comes in the last minutes of its day.
  minute: fc.oneof({ weight: 3, arbitrary: fc.nat(1_439) }, { weight: 1, arbitrary: fc.integer({ min: 1_430, max: 1_439 }) }),
  count: fc.integer({ min: 1, max: 60 }),
  unit,
  calendar: fc.nat(calendars.length - 1).map((index) => calendars[index]!),
  acts: fc.array(act, { maxLength: 6 }),
  end: fc.nat(60),
});

test(`time-limits/T3, T5, T6: ${CASES} random limits come to the same day by a second, plain computation`, () => {
  const seen = { extended: 0, paused: 0, exceeded: 0, provisional: 0 };
  fc.assert(
    fc.property(story, (given) => {
      const told = tellByActs(given);
      const plain = tellPlainly(given);
      if (JSON.stringify(told) !== JSON.stringify(plain)) expect(told).toEqual(plain);
      seen.extended += given.acts.some(({ what }) => what === 'extend') ? 1 : 0;
      seen.paused += given.acts.some(({ what }) => what === 'pause') ? 1 : 0;
      seen.exceeded += told.exceeded ? 1 : 0;
      seen.provisional += told.missing.length ? 1 : 0;
    }),
    { numRuns: CASES, seed: SEED },
  );
  // The stories are of every sort, not only of the easy one.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(CASES / 20);
});

test('time-limits/T3: the plain computation knows the days of the week', () =>
  expect([DAYS[0], DAYS[5], shanghaiDay('2024-01-05T16:00:00Z'), addDays(DAYS[0]!, 5)]).toEqual([
    ...['2024-01-01', '2024-01-06', '2024-01-06', '2024-01-06'],
  ]));
