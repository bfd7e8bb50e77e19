import { nationalDays } from './national-days';

describe('national days', () => {
  const years = nationalDays();
  const daysOf = (year: number, kind: string) =>
    years
      .find((known) => known.year === year)!
      .days.filter((entry) => entry.kind === kind)
      .map(({ day }) => day);

  it('time-limits/T2: the years known are those the package holds a notice for', () =>
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 2026 - 2004 + 1 }, (_, index) => 2004 + index)));

  it('time-limits/T1: 2026 has the make-up days and the rest days of its notice', () => {
    expect(daysOf(2026, 'make-up')).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
    expect(daysOf(2026, 'holiday')).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
  });

  it('time-limits/T9: each day carries the Chinese name of its holiday', () =>
    expect(years.flatMap(({ days }) => days).filter(({ name }) => !/^[\u4e00-\u9fff0-9]+$/.test(name))).toEqual([]));
});
