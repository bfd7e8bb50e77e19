import type { FieldError } from '../../../kernel/http/problem';
import { type Calendar, isWorkingDay, type PublishedYear } from '../calendar.rules';

type Days = PublishedYear['days'];

/**
 * time-limits/T1: what no notice can say, all at once. `below` is the calendar without these days. A holiday on a rest day is no
 * fault, for notices name whole spans; a make-up day on a working day would make up for nothing.
 */
export function faultsOf(days: Days, year: number, below: Calendar): FieldError[] {
  const seen = new Set<string>();
  return days.flatMap(({ day, kind }, index): FieldError[] => {
    const fault = (code: string, detail: string) => [{ pointer: `/days/${index}/day`, code, detail }];
    if (!day.startsWith(`${year}-`)) return fault('outside-year', `a day of ${year}`);
    if (seen.has(day)) return fault('twice', 'each day once');
    seen.add(day);
    if (kind === 'make-up' && isWorkingDay(below, day)) return fault('works-already', 'a make-up day is a rest day otherwise');
    return [];
  });
}

export const sameDays = (one: Days, other: Days): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

export const inOrder = (days: Days): Days =>
  days.map(({ day, kind, name }) => ({ day, kind, name })).sort((a, b) => (a.day < b.day ? -1 : 1));
