import { fact } from '../../kernel/events/fact';

/** `provisional`: told by a due day that still lacks a calendar (T2). */
interface Told {
  limitId: string;
  subjectKind: string;
  subjectId: string;
  kind: string;
  dueOn: string;
  provisional: boolean;
}

/** T7: the yellow rung of the ladder. */
export const LimitWarned = fact<Told & { rung: 'yellow' }>('time-limits.limit-warned');

/** T7: the red one; the limit has run out. */
export const LimitExceeded = fact<Told>('time-limits.limit-exceeded');

/** T5: the procedures for which the clock stood have outlasted the time told for them, and it runs on. */
export const PauseLapsed = fact<Told>('time-limits.pause-lapsed');

/** T2: a calendar arrived and the due day was computed anew; it may be the same day, now certain. */
export const LimitReprojected = fact<Told & { before: string }>('time-limits.limit-reprojected');

export const CalendarPublished = fact<{ area: string; source: string; year: number; edition: number }>(
  'time-limits.calendar-published',
);
