import published from 'chinese-days/dist/chinese-days.json';
import type { CalendarDay, PublishedYear } from './calendar.rules';

/**
 * Holidays and make-up days of the State Council's yearly notices (国务院办公厅关于部分节假日安排的通知), from the package's own table.
 * Its functions answer for any year, a year without a notice included; the table is what it knows.
 */
export function nationalDays(): PublishedYear[] {
  const days = [...entries(published.holidays, 'holiday'), ...entries(published.workdays, 'make-up')];
  const years = [...new Set(days.map(({ day }) => yearOf(day)))].sort((a, b) => a - b);
  return years
    .filter((year) => isWhole(year))
    .map((year) => ({ year, notice: `State Council notice for ${year}`, days: days.filter(({ day }) => yearOf(day) === year) }));
}

// A notice for the next year may reach into the last days of this one; a year is known when its own notice is in,
// and every notice since 2004 speaks of New Year and of National Day.
const isWhole = (year: number): boolean => [`${year}-01-01`, `${year}-10-01`].every((day) => day in published.holidays);

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Values read "National Day,国庆节,3": English name, Chinese name, statutory days. */
const entries = (table: Record<string, string>, kind: CalendarDay['kind']): PublishedYear['days'] =>
  Object.entries(table)
    .sort()
    .map(([day, text]) => ({ day, kind, name: text.split(',')[1]! }));
