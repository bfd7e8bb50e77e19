import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { SubjectRef } from '../../kernel/events/subject';
import { CalendarLoading } from './calendar/calendar-loading.service';
import { LimitReading } from './limit/limit-reading.service';
import { LimitService } from './limit/limit.service';
import type {
  ExplainedLimit,
  Extension,
  LimitCard,
  LimitChange,
  NewLimit,
  NewLimitUntil,
  PauseFacts,
  Telling,
} from './limit/limit-card.rules';
import { ToldLimits } from './limit/told-limits.service';
import type { DueDay, Span } from './limit/limit-reading.service';

export type { ClockDay } from './calendar.rules';
export type { DueDay, ExplainedLimit, Extension, LimitCard, LimitChange, NewLimit, NewLimitUntil, PauseFacts, Span, Telling };

/** Stopwatches on any subject, for the floors above; each call belongs to the caller's transaction. */
@Injectable()
export class TimeLimitsFacade {
  constructor(
    private readonly limits: LimitService,
    private readonly reading: LimitReading,
    private readonly told: ToldLimits,
    private readonly loading: CalendarLoading,
  ) {}

  /** Publishes the calendars that come with the platform; a second run changes nothing, and what people published stays. */
  loadCalendars(): Promise<void> {
    return this.loading.load();
  }

  /** Starts a limit. A subject has one open limit of a kind. */
  async start(by: Actor, limit: NewLimit): Promise<LimitCard> {
    return (await this.limits.start(by, [limit]))[0]!;
  }

  /** Starts several limits at once, in the order given. */
  startAll(by: Actor, limits: NewLimit[]): Promise<LimitCard[]> {
    return this.limits.start(by, limits);
  }

  /** T14: starts a limit that ends with a day known beforehand. */
  startUntil(by: Actor, limit: NewLimitUntil): Promise<LimitCard> {
    return this.limits.startUntil(by, limit);
  }

  /** T6: extends the open limits of these kinds, once, by working days. */
  extend(by: Actor, subject: SubjectRef, extension: Extension, kinds: string[]): Promise<LimitCard[]> {
    return this.limits.extend(by, subject, extension, kinds);
  }

  /** T5: stops every running limit of the subject that a procedure may stop. */
  async pause(by: Actor, subject: SubjectRef, pause: PauseFacts): Promise<void> {
    await this.limits.pause(by, subject, pause);
  }

  /** Ends the pause with this key, or all of them; a limit runs on when none is left. */
  async resume(by: Actor, subject: SubjectRef, key?: string): Promise<void> {
    await this.limits.resume(by, subject, key);
  }

  /** implementation/I9: other days for running limits, at most once for each subject and kind. Answers those that are other now. */
  redefine(by: Actor, changes: LimitChange[]): Promise<LimitCard[]> {
    return this.limits.redefine(by, changes);
  }

  /** The open limits of these subjects, as they would be if it were done now. Subjects are told once for each kind. */
  ifRedefined(changes: LimitChange[]): Promise<LimitCard[]> {
    return this.reading.ifRedefined(changes);
  }

  /** What was awaited has happened: for every open limit of the subject, or those of one kind. */
  async meet(by: Actor, subject: SubjectRef, kind?: string): Promise<void> {
    await this.limits.end(by, subject, 'met', kind);
  }

  /** What was awaited has fallen away. */
  async cancel(by: Actor, subject: SubjectRef, kind?: string): Promise<void> {
    await this.limits.end(by, subject, 'cancelled', kind);
  }

  /** What is told afterwards of matters that run elsewhere, for many at once: the open limits of the subjects as they are then. */
  recall(by: Actor, tellings: Telling[]): Promise<LimitCard[]> {
    return this.told.recall(by, tellings);
  }

  /** The limits of these subjects, oldest first. */
  of(subjects: SubjectRef[]): Promise<LimitCard[]> {
    return this.reading.of(subjects);
  }

  /** T9: the limits of a subject with every day explained. */
  explain(subject: SubjectRef): Promise<ExplainedLimit[]> {
    return this.reading.explain(subject);
  }

  /** The due day a limit would have, without starting one. */
  dueOn(span: Span): Promise<DueDay> {
    return this.reading.dueOn(span);
  }
}
