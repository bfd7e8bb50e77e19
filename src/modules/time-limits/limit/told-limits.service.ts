import { Injectable } from '@nestjs/common';
import { type Actor, platform } from '../../../kernel/authz/actor';
import type { SubjectRef } from '../../../kernel/events/subject';
import { Tx } from '../../../kernel/persistence/tx';
import { type Calendar } from '../calendar.rules';
import { WorkingDays } from '../calendar/working-days.store';
import { cardOf, type LimitCard, type Telling } from './limit-card.rules';
import type { Limit } from './limit.entity';
import { Limits } from './limit.store';

/**
 * Limits of matters that run elsewhere: what happened to them is told afterwards, and counts from when it happened. What was told of a
 * limit before, that it was exceeded, stays told. One look-up and one write for all of them.
 */
@Injectable()
export class ToldLimits {
  constructor(
    private readonly tx: Tx,
    private readonly limits: Limits,
    private readonly workingDays: WorkingDays,
  ) {}

  /** The open limits of these subjects as they are then. */
  recall(by: Actor, tellings: Telling[]): Promise<LimitCard[]> {
    return this.tx.run(async () => {
      const told = new Map(tellings.map((telling) => [keyOf(telling.subject), telling]));
      const limits = tellings.length ? await this.limits.open(tellings.map(({ subject }) => subject)) : [];
      const of = (limit: Limit) => told.get(keyOf({ kind: limit.subjectKind, id: limit.subjectId }))!;
      const calendars = await this.calendarsOf(limits);
      const changed = limits.filter((limit) => count(limit, of(limit), calendars.get(limit.area)!, this.tx.now));
      await this.limits.save(by, ...changed);
      const endOf = (limit: Limit) => of(limit).ended?.at;
      for (let late = limits; (late = late.filter((limit) => endOf(limit) && limit.isBehind(endOf(limit)!))).length;) {
        for (const limit of late) limit.fire(calendars.get(limit.area)!, this.tx.now);
        await this.limits.save(platform('time-limits'), ...late);
      }
      const ending = limits.filter((limit) => endOf(limit));
      for (const limit of ending) limit.end(of(limit).ended!.how, endOf(limit)!);
      await this.limits.save(by, ...ending);
      return limits.map(cardOf);
    });
  }

  private async calendarsOf(limits: Limit[]): Promise<Map<string, Calendar>> {
    const edition = limits.length ? await this.workingDays.hold() : 0;
    const calendars = new Map<string, Calendar>();
    for (const area of new Set(limits.map((limit) => limit.area))) calendars.set(area, await this.workingDays.of(area, edition));
    return calendars;
  }
}

/** Whether it is another one now. */
function count(limit: Limit, { pauses = [], extension }: Telling, calendar: Calendar, now: string): boolean {
  if (limit.state !== 'running') return false;
  if (limit.pausable) for (const pause of pauses) limit.recall(pause, calendar, now);
  const extends_ = extension?.kinds.includes(limit.kind) && !limit.extensionDays;
  if (extends_) limit.extend(extension!, calendar, now);
  return Boolean(extends_) || (limit.pausable && pauses.length > 0);
}

const keyOf = ({ kind, id }: SubjectRef): string => `${kind} ${id}`;
