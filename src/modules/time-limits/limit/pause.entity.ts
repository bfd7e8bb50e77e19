import { Entity } from 'typeorm';
import { Id, Instant, Json, Ref } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import { type Calendar, type Day, dueAt, dueDay, type Pause as PausedDays, shanghaiDay } from '../calendar.rules';
import type { Cap } from './limit-card.rules';

/** A procedure for which the clock stands. */
export interface PauseCause {
  key: string | null;
  reason: string;
  basis: string;
  from: string;
  to: string | null;
  /** T5: how long it may stop the clock. */
  cap?: Cap | null;
}

/** The last day on which it stops the clock, where it has a cap. */
export function lastDayOf({ from, cap }: PauseCause, calendar: Calendar): Day | undefined {
  return cap ? dueDay({ calendar, from: shanghaiDay(from), count: cap.days, unit: cap.unit }).dueOn : undefined;
}

/** What the rules reckon with: a procedure that outlasts its cap stops the clock no longer. */
export function daysPaused(cause: PauseCause, calendar: Calendar, today: Day): PausedDays {
  const { from, to, reason } = cause;
  const last = to ? undefined : lastDayOf(cause, calendar);
  const until = last && last < today ? last : null;
  return { from: shanghaiDay(from), to: to ? shanghaiDay(to) : until, reason };
}

/** When the clock runs on by itself; never, while a procedure without a cap lasts. */
export function lapseOf(causes: PauseCause[], calendar: Calendar): string | null {
  const lasting = causes.filter(({ to }) => to === null).map((cause) => lastDayOf(cause, calendar));
  return lasting.every((day) => day !== undefined) && lasting.length ? dueAt(lasting.sort().at(-1)!) : null;
}

/** The last moment of a day. */
export const endOf = (day: Day): string => new Date(Date.parse(dueAt(day)) - 1).toISOString();

/** From the first to the last of causes that have all been told with their ends. */
export function spanOf(causes: PauseCause[]): Pick<Pause, 'fromAt' | 'toAt' | 'causes'> {
  const [froms, tos] = [causes.map(({ from }) => from).sort(), causes.map(({ to }) => to!).sort()];
  return { fromAt: froms[0]!, toAt: tos.at(-1)!, causes };
}

/** A time during which the clock of a limit stands, for one procedure or for several that overlap. */
@Entity({ schema: 'time_limits', name: 'pause' })
export class Pause {
  @Id() readonly id: string = uuidv7();
  @Ref() limitId: string;
  @Instant() fromAt: string;
  @Instant({ nullable: true }) toAt: string | null = null;
  @Json() causes: PauseCause[];
}
