import type { FieldError } from '../../../kernel/http/problem';

/** Papers older than that are given anew; what begins later than a year from now is given later. */
const OLDEST_YEARS = 10;
const AHEAD_YEARS = 1;

/** N3: what is wrong with the days of an authority that is given today; an authority whose last day is over gives nothing. */
export function faultOfDays(validFrom: string, validTo: string | undefined, today: string): FieldError | undefined {
  if (validFrom < shifted(today, -OLDEST_YEARS))
    return { pointer: '/validFrom', code: 'too-early', detail: 'it begins more than ten years ago' };
  if (validFrom > shifted(today, AHEAD_YEARS))
    return { pointer: '/validFrom', code: 'too-late', detail: 'it begins more than a year from today' };
  if (validTo && validTo < validFrom)
    return { pointer: '/validTo', code: 'before-it-begins', detail: 'it ends before it begins' };
  if (validTo && validTo < today) return { pointer: '/validTo', code: 'over', detail: 'its last day is over' };
  return undefined;
}

/** Days compare as text, so that 29 February of another year is no matter. */
const shifted = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
