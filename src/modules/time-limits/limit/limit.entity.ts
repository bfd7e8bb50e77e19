import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Instant, Ref, Whole, WordList, Words, YesNo } from '../../../kernel/persistence/columns';
import { type Calendar, dueAt, ladder, leastDays, type Limit as Reckoning, shanghaiDay } from '../calendar.rules';
import { refuse } from '../time-limits.errors';
import { LimitExceeded, LimitReprojected, LimitWarned, PauseLapsed } from '../time-limits.events';
import type { Extension, LimitChange, NewLimit, PauseFacts, ToldPause, Unit } from './limit-card.rules';
import { limitLifecycle, type LimitState } from './limit.lifecycle';
import { daysPaused, endOf, lapseOf, lastDayOf, Pause, spanOf } from './pause.entity';

/** A stopwatch on any subject (法定时限、承诺时限). */
@Entity({ schema: 'time_limits', name: 'limit' })
export class Limit extends Aggregate<LimitState> {
  @Words() subjectKind: string;
  @Ref() subjectId: string;
  @Words() kind: string;
  @Words() area: string;
  @Whole() days: number;
  @Words() unit: Unit;
  @Words() basis: string;
  /** Working days that were added, once (T6), and what they rest on. */
  @Whole() extensionDays: number;
  @Words({ nullable: true }) extensionBasis: string | null;
  @YesNo() warns: boolean;
  /** Whether a procedure of art. 45 stops it (T5). */
  @YesNo() pausable: boolean;
  @Instant() startedAt: string;
  @Day() startedOn: string;
  @Day() dueOn: string;
  @Instant() dueAt: string;
  @YesNo() provisional: boolean;
  @WordList() missing: string[];
  @Day({ nullable: true }) warnOn: string | null;
  @Whole({ nullable: true }) warnDays: number | null;
  @Instant({ nullable: true }) warnAt: string | null;
  /** The last rung told. */
  @Words() rung: 'green' | 'yellow' | 'red';
  /** When the next rung is to be told or the pause lapses; null when neither will come by itself. */
  @Instant({ nullable: true }) nextFireAt: string | null;
  @Instant({ nullable: true }) endedAt: string | null;
  /** Edition of the calendars that the due day was computed with. */
  @Whole() edition: number;
  pauses: Pause[];

  static start(
    { subject, from, warns = true, pauses = true, warnDays, ...facts }: NewLimit,
    calendar: Calendar,
    now: string,
  ): Limit {
    const limit = new Limit();
    const { kind, area, days, unit, basis } = facts;
    const startedAt = new Date(from ?? now).toISOString();
    Object.assign(limit, { subjectKind: subject.kind, subjectId: subject.id, kind, area, days, unit, basis, warns, startedAt });
    Object.assign(limit, { state: 'running', pausable: pauses, startedOn: shanghaiDay(startedAt), rung: 'green', pauses: [] });
    Object.assign(limit, { extensionDays: 0, extensionBasis: null, warnDays: warnDays ?? null, endedAt: null });
    limit.project(calendar, now);
    limit.mark('start', { kind, days, unit, dueOn: limit.dueOn, missing: limit.missing });
    return limit;
  }

  isDue(now: string): boolean {
    return this.nextFireAt !== null && Date.parse(this.nextFireAt) <= Date.parse(now);
  }

  /** Whether it has run out, or a pause has outlasted its cap, and no sweep has seen it yet. */
  isBehind(now: string): boolean {
    return this.isDue(now) && (this.state === 'paused' || Date.parse(this.dueAt) <= Date.parse(now));
  }

  /** time-limits/T7: tells the next rung. A clock that jumped over both finds them due one after the other. */
  fire(calendar: Calendar, now: string): void {
    // A calendar that has arrived is heeded before a limit runs out without it.
    if (this.edition < calendar.version && this.reproject(calendar, now)) return;
    const { dueOn } = this;
    if (this.state === 'paused' && this.nextFireAt) return this.lapse(calendar, now);
    if (this.rung === 'green' && this.warns) {
      this.move(limitLifecycle, 'warn', { dueOn });
      this.rung = 'yellow';
      this.tell(LimitWarned({ ...this.facts, rung: 'yellow' }));
    } else {
      this.move(limitLifecycle, 'exceed', { dueOn });
      this.rung = 'red';
      this.tell(LimitExceeded(this.facts));
    }
    this.arm(calendar);
  }

  /** time-limits/T5: where the clock stands already, one more procedure stops nothing twice. */
  pause({ reason, basis, key, cap }: PauseFacts, calendar: Calendar, now: string): void {
    const cause = { key: key ?? null, reason, basis, from: now, to: null, cap: cap ?? null };
    const open = this.openPause;
    if (open) {
      this.move(limitLifecycle, 'pause-further', { reason, basis });
      open.causes = [...open.causes, cause];
      this.arm(calendar);
      return this.alter(open);
    }
    this.move(limitLifecycle, 'pause', { reason, basis });
    const pause = Object.assign(new Pause(), { limitId: this.id, fromAt: now, causes: [cause] });
    this.pauses = [...this.pauses, this.add(pause)];
    this.project(calendar, now);
  }

  /**
   * time-limits/T5: a procedure that is told of later, or with the day on which it will end. None of its days counts; all that were told
   * so are causes of one pause, and a set of days to the rules.
   */
  recall({ from, to, reason, basis }: ToldPause, calendar: Calendar, now: string): void {
    const { dueOn: before, pauses } = this;
    const [told] = pauses;
    const cause = { key: null, reason, basis, from, to, cap: null };
    this.mark('recall-pause', { reason, basis, from, to });
    if (told) this.alter(Object.assign(told, spanOf([...told.causes, cause])));
    else this.pauses = [this.add(Object.assign(new Pause(), { limitId: this.id }, spanOf([cause])))];
    this.project(calendar, now);
    this.mark('recall-pause', { before, dueOn: this.dueOn });
  }

  /** Ends the procedure with this key, or all; the clock runs again when none is left. False when there is none such. */
  resume(key: string | undefined, calendar: Calendar, now: string): boolean {
    const open = this.openPause;
    const ends = open?.causes.filter((cause) => cause.to === null && (key === undefined || cause.key === key)) ?? [];
    if (!open || !ends.length) return false;
    const causes = open.causes.map((cause) => (ends.includes(cause) ? { ...cause, to: now } : cause));
    const reasons = ends.map(({ reason }) => reason);
    if (causes.some(({ to }) => to === null)) {
      this.move(limitLifecycle, 'end-pause', { reasons });
      open.causes = causes;
      this.arm(calendar);
      this.alter(open);
      return true;
    }
    const before = this.dueOn;
    this.move(limitLifecycle, 'resume', { reasons });
    this.close(open, now);
    this.project(calendar, now);
    this.mark('resume', { before, dueOn: this.dueOn });
    return true;
  }

  /** time-limits/T6: once, and while it runs or stands; what has run out is not extended afterwards. */
  extend({ days, basis }: Extension, calendar: Calendar, now: string): void {
    if (this.extensionDays) throw refuse('extended-already');
    if (this.state === 'exceeded') throw refuse('run-out');
    const { dueOn: before } = this;
    this.move(limitLifecycle, 'extend', { days, basis, before });
    Object.assign(this, { extensionDays: days, extensionBasis: basis });
    this.project(calendar, now);
    this.mark('extend', { dueOn: this.dueOn });
  }

  /** time-limits/T2, T8: computes the due day with the calendars that are in now. False when they change nothing. */
  reproject(calendar: Calendar, now: string): boolean {
    const { dueOn: before, missing, nextFireAt } = this;
    this.project(calendar, now);
    const sameTime = (this.nextFireAt && Date.parse(this.nextFireAt)) === (nextFireAt && Date.parse(nextFireAt));
    if (this.dueOn === before && this.missing.join() === missing.join() && sameTime) return false;
    this.move(limitLifecycle, 'reproject', { before, dueOn: this.dueOn, missing: this.missing, edition: this.edition });
    this.tell(LimitReprojected({ ...this.facts, before }));
    return true;
  }

  /**
   * implementation/I9: other days, counted from the same beginning. A shorter limit never ends before the day on which it becomes
   * shorter. False when it would change nothing, or be later and may not.
   */
  redefine({ days, unit, basis, mayBeLater = false }: LimitChange, calendar: Calendar, now: string): boolean {
    const before = this.said;
    const today = shanghaiDay(now);
    const least = leastDays({ ...this.reckoning(calendar, now), unit }, today);
    const granted = Math.max(days, least);
    const { dueOn } = ladder({ ...this.reckoning(calendar, now), unit, count: granted });
    const current = ladder(this.reckoning(calendar, now)).dueOn;
    if (mayBeLater ? dueOn === current && basis === this.basis : dueOn >= current) return false;
    this.move(limitLifecycle, 'redefine');
    Object.assign(this, { days: granted, unit, basis });
    this.project(calendar, now);
    this.mark('redefine', { before, after: this.said });
    if (this.dueOn !== before.dueOn) this.tell(LimitReprojected({ ...this.facts, before: before.dueOn }));
    return true;
  }

  /** What was awaited has happened, or fallen away. That a limit was exceeded remains. */
  end(how: 'met' | 'cancelled', now: string): void {
    const late = this.state === 'exceeded';
    if (how === 'met') this.move(limitLifecycle, late ? 'settle' : 'meet', { dueOn: this.dueOn });
    else this.move(limitLifecycle, late ? 'drop' : 'cancel', { dueOn: this.dueOn });
    if (this.openPause) this.close(this.openPause, now);
    this.endedAt = now;
    this.nextFireAt = null;
  }

  /** What the rules reckon with; a pause that lasts is known to have lasted until now. */
  reckoning(calendar: Calendar, now: string): Reckoning {
    const today = shanghaiDay(now);
    const pauses = this.pauses.flatMap(({ causes }) => causes.map((cause) => daysPaused(cause, calendar, today)));
    const { startedOn: from, days: count, unit, extensionDays: extension, warnDays } = this;
    return { calendar, from, count, unit, extension, ...(warnDays !== null && { warnDays }), pauses, asOf: today };
  }

  private project(calendar: Calendar, now: string): void {
    const { dueOn, provisional, missing, yellowOn, yellowAt } = ladder(this.reckoning(calendar, now));
    const warning = this.warns ? { warnOn: yellowOn, warnAt: yellowAt } : { warnOn: null, warnAt: null };
    Object.assign(this, { dueOn, dueAt: dueAt(dueOn), provisional, missing, ...warning, edition: calendar.version });
    this.arm(calendar);
  }

  private arm(calendar: Calendar): void {
    if (this.state === 'paused') this.nextFireAt = lapseOf(this.openPause?.causes ?? [], calendar);
    else if (this.state !== 'running') this.nextFireAt = null;
    else this.nextFireAt = this.rung === 'green' && this.warnAt ? this.warnAt : this.dueAt;
  }

  /** time-limits/T5: every procedure has outlasted its cap; none of them counts for longer. */
  private lapse(calendar: Calendar, now: string): void {
    const { openPause, dueOn: before } = this;
    this.move(limitLifecycle, 'lapse', { reasons: openPause!.causes.filter(({ to }) => !to).map(({ reason }) => reason) });
    const causes = openPause!.causes.map((cause) => ({ ...cause, to: cause.to ?? endOf(lastDayOf(cause, calendar)!) }));
    Object.assign(openPause!, {
      causes,
      toAt: causes
        .map(({ to }) => to)
        .sort()
        .at(-1),
    });
    this.alter(openPause!);
    this.project(calendar, now);
    this.mark('lapse', { before, dueOn: this.dueOn });
    this.tell(PauseLapsed(this.facts));
  }

  private get openPause(): Pause | undefined {
    return this.pauses.find(({ toAt }) => toAt === null);
  }

  /** A clock that was set back ends a pause no earlier than it began. */
  private close(pause: Pause, now: string): void {
    pause.causes = pause.causes.map((cause) => ({ ...cause, to: cause.to ?? now }));
    pause.toAt = Date.parse(now) < Date.parse(pause.fromAt) ? pause.fromAt : now;
    this.alter(pause);
  }

  private get said() {
    const { days, unit, basis, dueOn } = this;
    return { days, unit, basis, dueOn };
  }

  private get facts() {
    const { id: limitId, subjectKind, subjectId, kind, dueOn, provisional } = this;
    return { limitId, subjectKind, subjectId, kind, dueOn, provisional };
  }
}
