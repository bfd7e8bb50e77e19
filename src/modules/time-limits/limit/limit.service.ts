import { Injectable } from '@nestjs/common';
import { type Actor, platform } from '../../../kernel/authz/actor';
import type { SubjectRef } from '../../../kernel/events/subject';
import { Tx } from '../../../kernel/persistence/tx';
import { WorkingDays } from '../calendar/working-days.store';
import { daysTo, shanghaiDay } from '../calendar.rules';
import { refuse } from '../time-limits.errors';
import {
  byLimit,
  cardOf,
  type Extension,
  type LimitCard,
  type LimitChange,
  limitKey,
  type NewLimit,
  type NewLimitUntil,
  type PauseFacts,
} from './limit-card.rules';
import { Limit } from './limit.entity';
import { Limits } from './limit.store';

@Injectable()
export class LimitService {
  constructor(
    private readonly tx: Tx,
    private readonly limits: Limits,
    private readonly workingDays: WorkingDays,
  ) {}

  start(by: Actor, wanted: NewLimit[]): Promise<LimitCard[]> {
    return this.tx.run(async () => {
      const edition = await this.workingDays.hold();
      const limits: Limit[] = [];
      for (const limit of wanted) {
        limits.push(Limit.start(limit, await this.workingDays.of(limit.area, edition), this.tx.now));
      }
      await this.limits.save(by, ...limits);
      return limits.map(cardOf);
    });
  }

  /** time-limits/T14: the day is known; how many days lead there follows. */
  startUntil(by: Actor, { until, ...limit }: NewLimitUntil): Promise<LimitCard> {
    return this.tx.run(async () => {
      const days = daysTo(until, shanghaiDay(this.tx.now));
      return (await this.start(by, [{ ...limit, days, unit: 'calendar-day', pauses: false }]))[0]!;
    });
  }

  /** time-limits/T6: the open limits of these kinds, all or none. */
  extend(by: Actor, subject: SubjectRef, extension: Extension, kinds: string[]): Promise<LimitCard[]> {
    return this.tx.run(async () => {
      const edition = await this.workingDays.hold();
      const limits = (await this.awaiting(subject, edition)).filter(({ kind }) => kinds.includes(kind));
      if (!limits.length) throw refuse('nothing-to-extend');
      for (const limit of limits) limit.extend(extension, await this.workingDays.of(limit.area, edition), this.tx.now);
      await this.limits.save(by, ...limits);
      return limits.map(cardOf);
    });
  }

  /** time-limits/T5: only a procedure with a basis in law stops a clock. */
  pause(by: Actor, subject: SubjectRef, pause: PauseFacts): Promise<void> {
    return this.tx.run(async () => {
      if (!pause.basis.trim() || !pause.reason.trim()) throw refuse('pause-without-basis');
      const edition = await this.workingDays.hold();
      const limits = (await this.awaiting(subject, edition)).filter(({ state, pausable }) => pausable && state !== 'exceeded');
      for (const limit of limits) limit.pause(pause, await this.workingDays.of(limit.area, edition), this.tx.now);
      await this.limits.save(by, ...limits);
    });
  }

  resume(by: Actor, subject: SubjectRef, key?: string): Promise<void> {
    return this.tx.run(async () => {
      const edition = await this.workingDays.hold();
      const resumed: Limit[] = [];
      for (const limit of await this.awaiting(subject, edition)) {
        if (limit.resume(key, await this.workingDays.of(limit.area, edition), this.tx.now)) resumed.push(limit);
      }
      await this.limits.save(by, ...resumed);
    });
  }

  /** One look-up and one write for all of them. Answers the limits that are other now. */
  redefine(by: Actor, changes: LimitChange[]): Promise<LimitCard[]> {
    return this.tx.run(async () => {
      const edition = await this.workingDays.hold();
      const changed: Limit[] = [];
      for (const { limit, change } of await this.running(changes)) {
        if (limit.redefine(change, await this.workingDays.of(limit.area, edition), this.tx.now)) changed.push(limit);
      }
      await this.limits.save(by, ...changed);
      return changed.map(cardOf);
    });
  }

  end(by: Actor, subject: SubjectRef, how: 'met' | 'cancelled', kind?: string): Promise<void> {
    return this.tx.run(async () => {
      const limits = (await this.awaiting(subject)).filter((limit) => kind === undefined || limit.kind === kind);
      for (const limit of limits) limit.end(how, this.tx.now);
      await this.limits.save(by, ...limits);
    });
  }

  /** What has run out stays exceeded, though the sweep has not told it yet. */
  private async running(changes: LimitChange[]): Promise<{ limit: Limit; change: LimitChange }[]> {
    const wanted = byLimit(changes);
    const limits = await this.limits.running(changes.map(({ subject }) => subject));
    return limits.flatMap((limit) => {
      const change = wanted.get(limitKey(limit));
      return change && !limit.isBehind(this.tx.now) ? [{ limit, change }] : [];
    });
  }

  /** T10: a limit that ran out before the sweep came is exceeded first; an act that comes a moment too late does not undo it. */
  private async awaiting(subject: SubjectRef, held?: number): Promise<Limit[]> {
    const limits = await this.limits.awaiting(subject);
    for (let behind = limits; (behind = behind.filter((limit) => limit.isBehind(this.tx.now))).length;) {
      const edition = held ?? (await this.workingDays.hold());
      for (const limit of behind) limit.fire(await this.workingDays.of(limit.area, edition), this.tx.now);
      await this.limits.save(platform('time-limits'), ...behind);
    }
    return limits;
  }
}
