import { Injectable, type OnModuleInit } from '@nestjs/common';
import { refuse } from '../http/kernel.errors';
import { fact } from '../events/fact';
import { Ticks } from '../jobs/ticks';
import { Db } from '../persistence/db';

/** A day of the region (Asia/Shanghai) has begun. Told once. */
export const DayPassed = fact<{ day: string }>('kernel.day-passed');

const TELL_DAY = `
  with today as (select to_char(kernel.now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day),
  told as (insert into kernel.told_time (kind, mark) select 'day', day from today on conflict do nothing returning mark),
  fact as (
    insert into kernel.fact (id, name, payload, subject_kind, subject_id, seq, actor, trace_id, at)
    select gen_random_uuid(), '${DayPassed.called}', jsonb_build_object('day', mark), 'kernel.clock',
      '00000000-0000-7000-8000-000000000000', 1, '{"kind":"platform","id":"clock"}', 'none', kernel.now()
    from told returning id
  )
  insert into kernel.fact_pending (fact_id) select id from fact`;

// Days are written with four digits, and the clock never goes back.
const TURN = `
  update kernel.clock set turned = turned + $1::interval
  where kernel.now() + $1::interval < '2100-01-01T00:00:00+08:00' returning turned`;

/** Business time is the database's clock plus an offset that only tests and sandboxes turn. */
@Injectable()
export class Clock implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly ticks: Ticks,
  ) {}

  onModuleInit(): void {
    this.ticks.add('days', () => this.db.query(TELL_DAY));
  }

  async now(): Promise<string> {
    return (await this.db.one<{ now: string }>('select kernel.now() as now'))!.now;
  }

  /** Turns business time forward (ISO 8601 duration or PostgreSQL interval) and lets every sweep run. */
  async turn(interval: string): Promise<string> {
    const turned = await this.db.query(TURN, [interval]);
    if (!turned.length) throw refuse('clock-at-end');
    // A tick that was running may have passed a sweep before the clock was turned; the one after it has not.
    await this.ticks.tick();
    await this.ticks.tick();
    return this.now();
  }
}
