import type { FieldError } from '../../../kernel/http/problem';
import type { Course } from '../case/reported.rules';
import type { NationalState } from '../case/national-codes.rules';
import type { Table } from './record.inputs';

/** A record of a case as far as the order of business goes. Instants are ISO 8601 in UTC, so that they compare as text. */
export interface Entry {
  id: string;
  kind: Table;
  at: string | null;
  until: string | null;
  sequence: number | null;
  code: NationalState | null;
  step: string | null;
  stopsClock: boolean;
  extensionDays: number | null;
}

/** National states that end a case. */
const ENDS: readonly (NationalState | null)[] = [2, 11, 12, 13];
const isEnd = ({ code }: Entry): boolean => ENDS.includes(code);
/** What an organ does before it has accepted: receipt, and what it asks to be supplied. */
const BEFORE: readonly (NationalState | null)[] = [1, 6, 7];

/** The order of business: when it happened, then the sender's sequence; the key of the record decides what neither does. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  return [...entries].sort(
    (one, other) =>
      compare(one.at ?? '', other.at ?? '') ||
      (one.sequence ?? 0) - (other.sequence ?? 0) ||
      Number(isEnd(one)) - Number(isEnd(other)) ||
      compare(one.id, other.id),
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** Why the record cannot stand beside the others of its case, in whatever order they came; `begun` once its acceptance is known. */
export function contradiction(
  entry: Entry,
  others: readonly Entry[],
  begun?: { applied: string; accepted: string },
): FieldError | undefined {
  const { at, kind } = entry;
  if (kind === 'up_pro_accept') return begun && fault('/table', 'accepted-already', 'one acceptance of a case');
  if (at === null) return undefined;
  const pointer = POINTERS[kind]!;
  const end = others.find(isEnd);
  if (end && isEnd(entry)) return fault(pointer, 'ended-already', `one end of a case; it ended at ${end.at}`);
  if (end && at > end.at!) return fault(pointer, 'after-the-end', `no later than the end of the case (${end.at})`);
  const earliest = begun && (BEFORE.includes(entry.code) ? begun.applied : begun.accepted);
  if (earliest && at < earliest) return fault(pointer, 'before-the-beginning', `no earlier than ${earliest}`);
  const last = isEnd(entry) && others.find((other) => other.at !== null && other.at > at);
  if (last) return fault(pointer, 'before-others', `no earlier than what is told of the case (${last.at})`);
  if (entry.extensionDays && others.some(({ extensionDays }) => extensionDays))
    return fault('/special_type', 'extended-already', 'one extension of a case');
  return undefined;
}

const fault = (pointer: string, code: string, detail: string): FieldError => ({ pointer, code, detail });
const POINTERS: Partial<Record<Table, string>> = {
  up_pro_process: '/event_end_time',
  up_pro_special_procedure: '/special_time',
  up_pro_result: '/result_date',
};

/** acceptance/A2, A22: how far the case has come, by its newest record in the order of business. */
export function courseOf(entries: readonly Entry[], acceptedAt: string, now: string): Omit<Course, 'dueOn'> {
  const course = { state: 'accepted' as Course['state'], acceptedAt, decidedAt: null, granted: null, completedAt: null };
  for (const { kind, code, at, until, stopsClock } of inOrder(entries)) {
    if (kind === 'up_pro_special_procedure') course.state = stopsClock && until! > now ? 'suspended' : 'in-review';
    else if (code === 8) course.state = 'in-review';
    else if (code === 2) return { ...course, state: 'withdrawn' };
    else if (kind === 'up_pro_result')
      return { ...course, state: 'completed', decidedAt: at, completedAt: at, granted: code !== 13 };
  }
  return course;
}
