import fc from 'fast-check';
import {
  addDays,
  buildCalendar,
  dueAt,
  dueDay,
  explainClock,
  explainDay,
  isWorkingDay,
  ladder,
  rungAt,
  shanghaiDay,
  workingDaysBetween,
  type Limit,
  type Pause,
  type PublishedYear,
} from './calendar.rules';
import regional from './data/regional-days.json';
import { nationalDays } from './national-days';

const calendar = buildCalendar({
  region: regional.region,
  version: 1,
  national: nationalDays(),
  regional: regional.years as PublishedYear[],
});

// ---- a second, simple computation: plain arrays typed in from the notices, no dates ----

const ALL: string[] = [];
for (let year = 2021; year <= 2028; year++) {
  const lengths = [31, year % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  lengths.forEach((length, month) => {
    for (let day = 1; day <= length; day++)
      ALL.push(`${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  });
}

const range = (from: string, to = from) => ALL.slice(ALL.indexOf(from), ALL.indexOf(to) + 1);

const NATIONAL_OFF = [
  ...[range('2022-01-01', '2022-01-03'), range('2022-01-31', '2022-02-06'), range('2022-04-03', '2022-04-05')],
  ...[range('2022-04-30', '2022-05-04'), range('2022-06-03', '2022-06-05'), range('2022-09-10', '2022-09-12')],
  ...[range('2022-10-01', '2022-10-07'), range('2022-12-31', '2023-01-02'), range('2023-01-21', '2023-01-27')],
  ...[range('2023-04-05'), range('2023-04-29', '2023-05-03'), range('2023-06-22', '2023-06-24')],
  ...[range('2023-09-29', '2023-10-06'), range('2024-01-01'), range('2024-02-10', '2024-02-17')],
  ...[range('2024-04-04', '2024-04-06'), range('2024-05-01', '2024-05-05'), range('2024-06-08', '2024-06-10')],
  ...[range('2024-09-15', '2024-09-17'), range('2024-10-01', '2024-10-07'), range('2025-01-01')],
  ...[range('2025-01-28', '2025-02-04'), range('2025-04-04', '2025-04-06'), range('2025-05-01', '2025-05-05')],
  ...[range('2025-05-31', '2025-06-02'), range('2025-10-01', '2025-10-08'), range('2026-01-01', '2026-01-03')],
  ...[range('2026-02-15', '2026-02-23'), range('2026-04-04', '2026-04-06'), range('2026-05-01', '2026-05-05')],
  ...[range('2026-06-19', '2026-06-21'), range('2026-09-25', '2026-09-27'), range('2026-10-01', '2026-10-07')],
].flat();

const MAKE_UP = [
  ...['2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09'],
  ...['2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08'],
  ...['2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12'],
  ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
];

const REGIONAL_OFF = [
  ...[range('2022-05-05'), range('2022-07-09', '2022-07-13'), range('2023-04-21'), range('2023-06-28', '2023-06-30')],
  ...[range('2025-03-29', '2025-03-31'), range('2025-06-06', '2025-06-10')],
].flat();

const NATIONAL_YEARS = ['2022', '2023', '2024', '2025', '2026'];
const REGIONAL_YEARS = ['2022', '2023', '2025'];

// 1 January 2021 was a Friday: counted by sevens, 1 is a Saturday and 2 a Sunday.
const WORKS = ALL.map((day, index) => {
  if (MAKE_UP.includes(day)) return true;
  return ![1, 2].includes(index % 7) && !NATIONAL_OFF.includes(day) && !REGIONAL_OFF.includes(day);
});

function slowly({ from, count, unit, pauses = [], asOf = '' }: Limit) {
  const stood: string[] = [];
  for (const pause of pauses) {
    const to = pause.to ?? (asOf > pause.from ? asOf : pause.from);
    stood.push(...range(pause.from, to));
  }
  let index = ALL.indexOf(from);
  const years: string[] = [];
  for (let left = count; left > 0;) {
    index++;
    if (!years.includes(ALL[index]!.slice(0, 4))) years.push(ALL[index]!.slice(0, 4));
    if (unit === 'working-day' && !WORKS[index]) continue;
    if (!stood.includes(ALL[index]!)) left--;
  }
  const missing: string[] = [];
  for (const year of unit === 'working-day' ? years : []) {
    if (!NATIONAL_YEARS.includes(year)) missing.push(`national ${year}`);
    if (!REGIONAL_YEARS.includes(year)) missing.push(`regional ${year}`);
  }
  for (const pause of pauses) {
    if (pause.to === null && count > 0 && pause.from <= ALL[index]!) missing.push(`end of the pause from ${pause.from}`);
  }
  return { dueOn: ALL[index]!, provisional: missing.length > 0, missing };
}

function disagreements(startDays: string[], counts: number[], pausesOf: (start: string) => Pause[]) {
  const wrong: unknown[] = [];
  for (const from of startDays) {
    for (const count of counts) {
      for (const unit of ['working-day', 'calendar-day'] as const) {
        const limit: Limit = { calendar, from, count, unit, pauses: pausesOf(from) };
        const [quick, slow] = [dueDay(limit), slowly(limit)];
        if (JSON.stringify(quick) !== JSON.stringify(slow)) wrong.push({ from, count, unit, quick, slow });
      }
    }
  }
  return wrong;
}

const after = (start: string, from: number, to: number): Pause => ({ from: addDays(start, from), to: addDays(start, to) });
const REGIONAL_KNOWN = [...range('2022-01-01', '2023-12-31'), ...range('2025-01-01', '2025-12-31')];
const REGIONAL_UNKNOWN = [...range('2024-01-01', '2024-12-31'), ...range('2026-01-01', '2027-12-31')];

describe('two computations of the due day agree', () => {
  it('time-limits/T3: for every start day of 2022, 2023 and 2025', () =>
    expect(disagreements(REGIONAL_KNOWN, [0, 1, 2, 3, 5, 10, 20, 30, 45], () => [])).toEqual([]));

  it.each([
    ['one day', (start: string) => [after(start, 2, 2)]],
    ['a week, from before the start', (start: string) => [after(start, -3, 4)]],
    ['over a weekend and more', (start: string) => [after(start, 3, 9)]],
    ['three that overlap', (start: string) => [after(start, 2, 6), after(start, 4, 8), after(start, 4, 5)]],
    [
      'one inside another, and one that touches',
      (start: string) => [after(start, 1, 12), after(start, 3, 4), after(start, 13, 14)],
    ],
  ])('time-limits/T5: for every start day with a pause of %s', (_, pausesOf) =>
    expect(disagreements(REGIONAL_KNOWN, [1, 5, 20], pausesOf)).toEqual([]),
  );

  it.each([
    ['a national holiday', after('2023-01-19', 0, 8)],
    ['a make-up Saturday', { from: '2022-01-29', to: '2022-01-29' }],
    ['a regional holiday', after('2025-06-05', 0, 5)],
    ['a weekend', { from: '2025-08-02', to: '2025-08-03' }],
  ])('time-limits/T5: for every start day with a pause over %s', (_, pause) =>
    expect(disagreements(REGIONAL_KNOWN, [5, 20], () => [pause])).toEqual([]),
  );

  it('time-limits/T2: for every start day of 2024, 2026 and 2027 both name the missing calendars', () => {
    expect(disagreements(REGIONAL_UNKNOWN, [1, 5, 20, 45], () => [])).toEqual([]);
    const due = (from: string) => dueDay({ calendar, from, count: 20, unit: 'working-day' });
    expect(REGIONAL_UNKNOWN.filter((from) => !due(from).provisional)).toEqual(['2024-12-31']); // runs in 2025 only
  });

  it('time-limits/T5: for random limits, open pauses included', () => {
    fc.assert(
      fc.property(anyLimit, (limit) => expect(dueDay(limit)).toEqual(slowly(limit))),
      { numRuns: 2000 },
    );
  });
});

const anyDay = fc.constantFrom(...range('2022-01-01', '2027-12-31'));
const anyLimit = fc
  .record({
    from: anyDay,
    count: fc.nat(60),
    unit: fc.constantFrom('working-day' as const, 'calendar-day' as const),
    gaps: fc.array(fc.tuple(fc.integer({ min: -20, max: 90 }), fc.nat(40), fc.integer({ min: 0, max: 9 })), { maxLength: 4 }),
    seen: fc.nat(60),
  })
  .map(({ from, count, unit, gaps, seen }): Limit => {
    const pauses = gaps.map(([offset, length, open]) => {
      const pause = after(from, offset, offset + length);
      return open === 0 ? { ...pause, to: null } : pause;
    });
    return { calendar, from, count, unit, pauses, asOf: addDays(from, seen) };
  });

describe('working days', () => {
  it.each([
    ['2025-06-05', true, 'weekday', null],
    ['2025-06-07', false, 'holiday', 'regional'],
    ['2025-06-09', false, 'holiday', 'regional'],
    ['2025-06-02', false, 'holiday', 'national'],
    ['2025-06-14', false, 'weekend', null],
    ['2025-09-28', true, 'make-up', 'national'],
  ])('time-limits/T1: %s works: %s (%s, %s)', (day, working, why, source) => {
    expect(isWorkingDay(calendar, day)).toBe(working);
    expect(explainDay(calendar, day)).toMatchObject({ working, why, source, missing: [] });
  });

  it('time-limits/T1: a closure of the place stands over the make-up day of the nation', () => {
    const closed = buildCalendar({
      region: '650102000000',
      version: 2,
      national: nationalDays(),
      regional: [],
      closures: [{ day: '2025-09-28', kind: 'holiday', name: '停电' }],
    });
    expect(explainDay(closed, '2025-09-28')).toMatchObject({
      working: false,
      name: '停电',
      source: 'place',
      missing: ['regional 2025'],
    });
  });

  it('time-limits/T1: days between leave out the first and count the last', () => {
    expect(workingDaysBetween(calendar, '2025-06-05', '2025-06-11')).toBe(1);
    expect(workingDaysBetween(calendar, '2025-06-11', '2025-06-05')).toBe(-1);
    expect(workingDaysBetween(calendar, '2025-06-11', '2025-06-11')).toBe(0);
  });
});

describe('the due day', () => {
  const due = (from: string, count: number, more: Partial<Limit> = {}) =>
    dueDay({ calendar, from, count, unit: 'working-day', ...more });

  it('time-limits/T3: the day of acceptance does not count, an evening receipt is of that day', () => {
    expect(due(shanghaiDay('2025-07-07T15:59:59.999Z'), 5)).toEqual({ dueOn: '2025-07-14', provisional: false, missing: [] });
    expect(due(shanghaiDay('2025-07-07T16:00:00.000Z'), 5).dueOn).toBe('2025-07-15');
    expect(due('2025-07-07', 0).dueOn).toBe('2025-07-07');
  });

  it('time-limits/T3: a limit ends with the day, at midnight in Shanghai', () => {
    expect(dueAt('2025-07-14')).toBe('2025-07-14T16:00:00.000Z');
    expect(Date.parse(dueAt('2025-12-31'))).toBe(Date.parse('2026-01-01T00:00:00+08:00'));
  });

  it('time-limits/T3: natural days run through holidays and need no calendar', () =>
    expect(due('2027-09-28', 7, { unit: 'calendar-day' })).toEqual({ dueOn: '2027-10-05', provisional: false, missing: [] }));

  it('time-limits/T2: only the years it runs through are missing', () => {
    expect(due('2025-12-22', 5).missing).toEqual([]);
    expect(due('2025-12-31', 1).missing).toEqual(['regional 2026']);
    expect(due('2026-12-25', 10)).toMatchObject({
      provisional: true,
      missing: ['regional 2026', 'national 2027', 'regional 2027'],
    });
  });

  it('time-limits/T5: a rest day inside a pause moves nothing, a working day moves one', () => {
    expect(due('2025-07-07', 10, { pauses: [{ from: '2025-07-12', to: '2025-07-13' }] }).dueOn).toBe('2025-07-21');
    expect(due('2025-07-07', 10, { pauses: [{ from: '2025-07-11', to: '2025-07-13' }] }).dueOn).toBe('2025-07-22');
    expect(due('2025-07-07', 10, { pauses: [{ from: '2025-07-21', to: '2025-07-21' }] }).dueOn).toBe('2025-07-22');
  });

  it('time-limits/T5: a pause that lasts makes the due day provisional until it ends', () => {
    const pauses = [{ from: '2025-07-10', to: null }];
    const missing = ['end of the pause from 2025-07-10'];
    expect(due('2025-07-07', 10, { pauses })).toEqual({ dueOn: '2025-07-22', provisional: true, missing });
    expect(due('2025-07-07', 10, { pauses, asOf: '2025-07-16' })).toEqual({ dueOn: '2025-07-28', provisional: true, missing });
    expect(due('2025-07-07', 2, { pauses }).missing).toEqual([]);
  });

  it('time-limits/T3: a limit is a whole number of days', () => expect(() => due('2025-07-07', 1.5)).toThrow(RangeError));
});

describe('the clock explained', () => {
  it('time-limits/T9: every day says how it was taken', () => {
    const pauses = [{ from: '2025-06-12', to: '2025-06-14', reason: '听证' }];
    const { dueOn, days } = explainClock({ calendar, from: '2025-06-05', count: 2, unit: 'working-day', pauses });
    expect(dueOn).toBe('2025-06-16');
    expect(days.map(({ day, mark, number, why }) => [day.slice(5), mark, number, why])).toEqual([
      ['06-05', 'start', null, null],
      ...['06-06', '06-07', '06-08', '06-09', '06-10'].map((day) => [day, 'holiday', null, '古尔邦节']),
      ['06-11', 'counted', 1, null],
      ['06-12', 'paused', null, '听证'],
      ['06-13', 'paused', null, '听证'],
      ['06-14', 'weekend', null, null],
      ['06-15', 'weekend', null, null],
      ['06-16', 'counted', 2, null],
    ]);
  });

  it('time-limits/T9: a make-up day is counted and named, an unknown year shows on its days', () => {
    const { days } = explainClock({ calendar, from: '2026-09-19', count: 1, unit: 'working-day' });
    expect(days[1]).toMatchObject({ mark: 'counted', number: 1, why: '国庆节', source: 'national', missing: ['regional 2026'] });
  });

  it('time-limits/T9: the explanation of a random limit counts to the limit and leaves no day out', () => {
    fc.assert(
      fc.property(anyLimit, (limit) => {
        const { days, ...due } = explainClock(limit);
        expect(due).toEqual(dueDay(limit));
        expect(days.map(({ day }) => day)).toEqual(range(limit.from, due.dueOn));
        const numbers = days.filter(({ mark }) => mark === 'counted').map(({ number }) => number);
        expect(numbers).toEqual(Array.from({ length: limit.count }, (_, index) => index + 1));
      }),
    );
  });
});

describe('the warning ladder', () => {
  const rungs = (from: string, count: number, more: Partial<Limit> = {}, percent?: number) =>
    ladder({ calendar, from, count, unit: 'working-day', ...more }, percent);

  it.each([
    [20, '2025-07-29', '2025-08-04'],
    [5, '2025-07-11', '2025-07-14'],
    [2, '2025-07-09', '2025-07-09'],
    [1, '2025-07-08', '2025-07-08'],
    [0, '2025-07-07', '2025-07-07'],
  ])('time-limits/T7: of %i working days yellow comes on %s, red after %s', (count, yellowOn, dueOn) =>
    expect(rungs('2025-07-07', count)).toMatchObject({ yellowOn, dueOn, redAt: dueAt(dueOn) }),
  );

  it('time-limits/T7: natural days that end on a rest day are warned of on the last working day', () => {
    expect(rungs('2025-07-17', 3, { unit: 'calendar-day' })).toMatchObject({ dueOn: '2025-07-20', yellowOn: '2025-07-18' });
    expect(rungs('2025-07-18', 2, { unit: 'calendar-day' })).toMatchObject({ dueOn: '2025-07-20', yellowOn: '2025-07-18' });
  });

  it('time-limits/T7: paused days push yellow and red alike', () =>
    expect(rungs('2025-07-07', 5, { pauses: [{ from: '2025-07-08', to: '2025-07-09' }] })).toMatchObject({
      yellowOn: '2025-07-15',
      dueOn: '2025-07-16',
    }));

  it('time-limits/T7: the share is configuration', () => expect(rungs('2025-07-07', 10, {}, 50).yellowOn).toBe('2025-07-14'));

  it('time-limits/T7: each rung begins at its instant', () => {
    const plan = rungs('2025-07-07', 5);
    expect(rungAt(plan, '2025-07-10T15:59:59.999Z')).toBe('green');
    expect(rungAt(plan, '2025-07-11T00:00:00+08:00')).toBe('yellow');
    expect(rungAt(plan, '2025-07-14T23:59:59+08:00')).toBe('yellow');
    expect(rungAt(plan, '2025-07-15T00:00:00+08:00')).toBe('red');
  });

  it('time-limits/T7: yellow of a random limit lies between its start and its end', () => {
    fc.assert(
      fc.property(anyLimit, (limit) => {
        const { yellowOn, dueOn, yellowAt, redAt } = ladder(limit);
        expect(limit.from <= yellowOn && yellowOn <= dueOn && yellowAt < redAt).toBe(true);
      }),
    );
  });
});
