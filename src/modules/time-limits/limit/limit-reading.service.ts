import { Injectable } from '@nestjs/common';
import type { SubjectRef } from '../../../kernel/events/subject';
import { Clock } from '../../../kernel/clock/clock';
import { WorkingDays } from '../calendar/working-days.store';
import { type Due, dueAt, dueDay, explainClock, ladder, shanghaiDay } from '../calendar.rules';
import {
  byLimit,
  cardOf,
  type ExplainedLimit,
  type LimitCard,
  type LimitChange,
  limitKey,
  type NewLimit,
} from './limit-card.rules';
import type { Limit } from './limit.entity';
import { Limits } from './limit.store';

export type Span = Pick<NewLimit, 'area' | 'days' | 'unit' | 'from'>;
export type DueDay = Due & { dueAt: string };

@Injectable()
export class LimitReading {
  constructor(
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly workingDays: WorkingDays,
  ) {}

  async of(subjects: SubjectRef[]): Promise<LimitCard[]> {
    const limits = await this.limits.ofSubjects(subjects);
    const now = limits.some(({ state }) => state === 'paused') ? await this.clock.now() : '';
    return Promise.all(limits.map((limit) => this.recede(limit, now)));
  }

  /** implementation/I9: nothing is written. */
  async ifRedefined(changes: LimitChange[]): Promise<LimitCard[]> {
    const wanted = byLimit(changes);
    const limits = await this.limits.ofSubjects(changes.map(({ subject }) => subject));
    const now = await this.clock.now();
    const edition = await this.workingDays.newest();
    for (const limit of limits) {
      const change = wanted.get(limitKey(limit));
      if (change && limit.endedAt === null && limit.state !== 'exceeded' && !limit.isBehind(now))
        limit.redefine(change, await this.workingDays.of(limit.area, edition), now);
    }
    return limits.map(cardOf);
  }

  /** time-limits/T9, with the edition of the calendars that the due day was computed with. */
  async explain(subject: SubjectRef): Promise<ExplainedLimit[]> {
    const limits = await this.limits.ofSubjects([subject]);
    const now = limits.length ? await this.clock.now() : '';
    const explained = limits.map(async (limit) => {
      const calendar = await this.workingDays.of(limit.area, limit.edition);
      return { ...(await this.recede(limit, now)), clock: explainClock(limit.reckoning(calendar, now)).days };
    });
    return Promise.all(explained);
  }

  async dueOn({ area, days, unit, from }: Span): Promise<DueDay> {
    const calendar = await this.workingDays.of(area, await this.workingDays.newest());
    const due = dueDay({ calendar, from: shanghaiDay(from ?? (await this.clock.now())), count: days, unit });
    return { ...due, dueAt: dueAt(due.dueOn) };
  }

  /** While the clock stands, the due day moves on with each day. */
  private async recede(limit: Limit, now: string): Promise<LimitCard> {
    const card = cardOf(limit);
    if (limit.state !== 'paused') return card;
    const { dueOn, provisional, missing, yellowOn } = ladder(
      limit.reckoning(await this.workingDays.of(limit.area, limit.edition), now),
    );
    return { ...card, dueOn, dueAt: dueAt(dueOn), provisional, missing, warnOn: limit.warns ? yellowOn : null };
  }
}
