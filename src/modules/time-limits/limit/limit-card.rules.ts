import type { SubjectRef } from '../../../kernel/events/subject';
import type { ClockDay } from '../calendar.rules';
import type { LimitState } from './limit.lifecycle';

export type Unit = 'working-day' | 'calendar-day';

export interface NewLimit {
  subject: SubjectRef;
  /** Named by the module that starts it: `acceptance.intake`. */
  kind: string;
  /** Division whose calendar counts, 12 digits. */
  area: string;
  days: number;
  unit: Unit;
  /** Instant it begins; now, unless told. The day itself does not count (T3). */
  from?: string;
  /** The law or promise it rests on. */
  basis: string;
  /** Whether the yellow rung is told; yes, unless told otherwise. */
  warns?: boolean;
  /** Whether a procedure of art. 45 stops it; yes, unless told otherwise. */
  pauses?: boolean;
  /** Calendar days before the due day at which yellow opens; a share of the limit, unless told. */
  warnDays?: number;
}

/** T14: a limit that ends on a day known beforehand, such as the last day of a licence. */
export type NewLimitUntil = Omit<NewLimit, 'days' | 'unit' | 'from' | 'pauses'> & { until: string };

export interface PauseFacts {
  reason: string;
  basis: string;
  /** Which procedure, where several may overlap: `resume` with the same key ends this one only. */
  key?: string;
  /** T5: the time told for it; when that is over the clock runs on, though the procedure has not ended. */
  cap?: Cap;
}

export interface Cap {
  days: number;
  unit: Unit;
}

/** A procedure that is told of with its end, which may be past or to come. */
export interface ToldPause {
  from: string;
  to: string;
  reason: string;
  basis: string;
}

/** What somebody else's clock has shown, as it is told afterwards. */
export interface Telling {
  subject: SubjectRef;
  pauses?: ToldPause[];
  extension?: Extension & { kinds: string[] };
  /** When what was awaited happened, or fell away. */
  ended?: { how: 'met' | 'cancelled'; at: string };
}

/** T6 */
export interface Extension {
  /** Working days. */
  days: number;
  basis: string;
}

/** Other days for the running limit of a subject and kind. */
export interface LimitChange {
  subject: SubjectRef;
  kind: string;
  days: number;
  unit: Unit;
  basis: string;
  /** Also when that is later: only where the law that gave the limit has changed. */
  mayBeLater?: boolean;
}

export const limitKey = ({ subjectKind, subjectId, kind }: { subjectKind: string; subjectId: string; kind: string }): string =>
  [subjectKind, subjectId, kind].join(' ');

export const byLimit = (changes: readonly LimitChange[]): Map<string, LimitChange> =>
  new Map(
    changes.map((change) => {
      const { subject, kind } = change;
      return [limitKey({ subjectKind: subject.kind, subjectId: subject.id, kind }), change];
    }),
  );

/** A limit as other modules know it. */
export interface LimitCard {
  id: string;
  subject: SubjectRef;
  kind: string;
  state: LimitState;
  basis: string;
  days: number;
  unit: Unit;
  /** T6: working days by which it was extended; 0 unless it was. */
  extensionDays: number;
  startedAt: string;
  startedOn: string;
  dueOn: string;
  /** The instant it is exceeded: midnight after the due day. */
  dueAt: string;
  /** T2: the due day may still move; `missing` says what it lacks. */
  provisional: boolean;
  missing: string[];
  /** Day of the yellow rung; null when the limit does not warn. */
  warnOn: string | null;
  rung: 'green' | 'yellow' | 'red';
  /** When what it waited for happened or fell away; for an exceeded limit, later. */
  endedAt: string | null;
}

/** T9: a limit and how each of its days was taken. */
export interface ExplainedLimit extends LimitCard {
  clock: ClockDay[];
}

type Shown = Omit<LimitCard, 'subject'> & { subjectKind: string; subjectId: string };

export function cardOf(limit: Shown): LimitCard {
  const { id, subjectKind, subjectId, kind, state, basis, days, unit, extensionDays } = limit;
  const { startedOn, dueOn, provisional, missing, warnOn, rung } = limit;
  const subject = { kind: subjectKind, id: subjectId };
  const instants = { startedAt: iso(limit.startedAt), dueAt: iso(limit.dueAt), endedAt: limit.endedAt && iso(limit.endedAt) };
  const granted = { kind, state, basis, days, unit, extensionDays };
  return { id, subject, ...granted, startedOn, dueOn, provisional, missing, warnOn, rung, ...instants };
}

const iso = (instant: string): string => new Date(instant).toISOString();
