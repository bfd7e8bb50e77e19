import type { FieldError } from '../../../kernel/http/problem';
import { type Calendar, type CalendarDay, type Day, isWorkingDay, type PublishedYear } from '../calendar.rules';

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

/** Days that the one list of days has otherwise than the other, in order. */
export function changedDays(before: Days, after: Days): Day[] {
  const [was, is] = [before, after].map((days) => new Map(days.map(({ day, kind }) => [day, kind])));
  return [...new Set([...was!.keys(), ...is!.keys()])].filter((day) => was!.get(day) !== is!.get(day)).sort();
}

/**
 * How many working days of a year a calendar takes off: a place below the region ten; a region fifteen, where the notices that could be
 * read have four; the nation forty, where the State Council's have up to twenty.
 */
export const MOST_DAYS = { place: 10, regional: 15, national: 40 } as const;

/**
 * time-limits/T1, T3: office hours never move a due day, and a closure of a place does so only as its calendar says beforehand. No law
 * gives a number: ten working days a year keep a limit of twenty from being stretched by more than half, and what is past stays as it
 * was counted.
 */
export function faultsOfClosures(days: Days, before: Days, today: string): FieldError[] {
  const key = ({ day, kind }: Days[number]) => `${day} ${kind}`;
  const [was, is] = [new Set(before.map(key)), new Set(days.map(key))];
  const past = days.flatMap((day, index) =>
    day.day < today && !was.has(key(day)) ? [{ pointer: `/days/${index}/day`, code: 'past', detail: 'a day to come' }] : [],
  );
  const undone = before.filter((day) => day.day < today && !is.has(key(day)));
  return [
    ...past,
    ...undone.map(({ day }) => ({ pointer: '/days', code: 'past', detail: `${day} is past and stays as it was published` })),
  ];
}

/** time-limits/T1: working days that a calendar takes off beyond the one it lies upon are bounded, whoever publishes it. */
export function faultsOfNumber(days: Days, most: number, below: Calendar): FieldError[] {
  const off = days.filter(({ day, kind }) => kind === 'holiday' && isWorkingDay(below, day));
  return off.length > most ? [{ pointer: '/days', code: 'too-many', detail: `${most} working days a year at most` }] : [];
}

export const sameDays = (one: Days, other: Days): boolean => JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

export const inOrder = (days: Days): { day: Day; kind: CalendarDay['kind']; name: string }[] =>
  days.map(({ day, kind, name }) => ({ day, kind, name })).sort((a, b) => (a.day < b.day ? -1 : 1));
