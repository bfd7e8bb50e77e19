import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock/clock';
import { digest } from '../../../kernel/history/history';
import { type Calendar, type Day, dueDay } from '../calendar.rules';
import { NO_LIMIT } from '../calendar/calendar-change.entity';
import { WorkingDays } from '../calendar/working-days.store';
import type { Limit } from './limit.entity';
import { Limits, type Touch } from './limit.store';

const CHUNK = 500;
// Limits whose clock has stood are computed one by one; a page looks at so many chunks before it hands on.
const CHUNKS = 20;

export interface MovedLimit {
  limitId: string;
  subjectKind: string;
  subjectId: string;
  kind: string;
  area: string;
  before: Day;
  after: Day;
}

export interface MovedTotals {
  later: number;
  earlier: number;
  /** Whose day stays, and is no longer provisional. */
  certain: number;
  digest: string;
}

/** The days of an area as they would be, for every place below it. */
export type Planned = (area: string) => Promise<Calendar>;

/** time-limits/T8: which open limits a calendar would move, before anybody publishes it. */
@Injectable()
export class MovedDays {
  constructor(
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly workingDays: WorkingDays,
  ) {}

  async touch(change: Omit<Touch, 'areas'> & { area: string }): Promise<Touch> {
    return { ...change, areas: await this.workingDays.under(change.area, await this.limits.openAreas()) };
  }

  /**
   * Those that are alike are computed once. The digest is over what moves from which day to which, not over how many: a case that is
   * accepted meanwhile sends nobody back to look again, unless it moves as none did before.
   */
  async totals(touch: Touch, planned: Planned, about: object): Promise<MovedTotals> {
    const totals = { later: 0, earlier: 0, certain: 0 };
    const moves = new Set<string>();
    const take = (before: Day, missing: string[], after: { dueOn: Day; missing: string[] }, count: number) => {
      if (after.dueOn !== before) {
        moves.add(`${before} ${after.dueOn}`);
        totals[after.dueOn > before ? 'later' : 'earlier'] += count;
      } else if (after.missing.length < missing.length) totals.certain += count;
    };
    for (const { area, startedOn: from, days, unit, extensionDays: extension, dueOn, missing, count } of await this.limits.alike(
      touch,
    ))
      take(dueOn, missing, dueDay({ calendar: await planned(area), from, count: days, unit, extension }), count);
    const now = await this.clock.now();
    for (let after = NO_LIMIT, chunk: Limit[] = []; after; after = chunk.length === CHUNK ? chunk.at(-1)!.id : '') {
      chunk = await this.limits.stood(touch, after, CHUNK);
      for (const limit of chunk) {
        const [before, due] = await this.bothDays(limit, planned, now);
        take(before.dueOn, before.missing, due, 1);
      }
    }
    return { ...totals, digest: digest({ ...about, moves: [...moves].sort() }) };
  }

  /** A page of them in the order of their ids; `next` is null when all have been looked at. */
  async page(
    touch: Touch,
    planned: Planned,
    after: string,
    count: number,
  ): Promise<{ items: MovedLimit[]; next: string | null }> {
    const now = await this.clock.now();
    const items: MovedLimit[] = [];
    let last = after;
    for (let chunk = 0; chunk < CHUNKS; chunk++) {
      const touched = await this.limits.touched(touch, last, CHUNK, '');
      for (const limit of touched) {
        if (items.length === count) return { items, next: last };
        last = limit.id;
        const [before, due] = await this.bothDays(limit, planned, now);
        if (due.dueOn === before.dueOn) continue;
        const { id: limitId, subjectKind, subjectId, kind, area } = limit;
        items.push({ limitId, subjectKind, subjectId, kind, area, before: before.dueOn, after: due.dueOn });
      }
      if (touched.length < CHUNK) return { items, next: null };
    }
    return { items, next: last };
  }

  /** While a clock stands its day recedes: as it would be today, with the calendars of now and with those planned. */
  private async bothDays(limit: Limit, planned: Planned, now: string) {
    const due = dueDay(limit.reckoning(await planned(limit.area), now));
    if (limit.state === 'running') return [limit, due] as const;
    return [dueDay(limit.reckoning(await this.workingDays.of(limit.area, limit.edition), now)), due] as const;
  }
}
