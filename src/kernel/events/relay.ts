import { Injectable, Logger } from '@nestjs/common';
import { JobQueue } from '../jobs/queue';
import { Db } from '../persistence/db';
import { Listeners } from './listeners';

export interface DeliveryKey {
  factId: string;
  listener: string;
  attempt: number;
}

// One statement: pending facts become one delivery per listener. A delivery whose wake-up is lost comes due for the sweeper.
const SPREAD = `
  with taken as (
    delete from kernel.fact_pending where fact_id in (select fact_id from kernel.fact_pending order by fact_id limit 500 for update skip locked)
    returning fact_id
  )
  insert into kernel.delivery (fact_id, listener, next_at)
  select fact.id, heard.listener, clock_timestamp() + interval '10 seconds'
  from taken join kernel.fact on fact.id = taken.fact_id
    join unnest($1::text[], $2::text[]) as heard (fact, listener) on heard.fact = fact.name
  returning fact_id as "factId", listener, attempts + 1 as attempt`;

// A tick must end: what busy hours keep adding is the next one's, or the next commit's.
const ROUNDS = 20;
const PENDING = `select exists (select 1 from kernel.fact_pending) as more`;

/** Spreads committed facts to their listeners and wakes a worker for each delivery. Woken after commits and by every tick. */
@Injectable()
export class Relay {
  private readonly logger = new Logger('relay');
  private pumping?: Promise<void>;
  private again = false;

  constructor(
    private readonly db: Db,
    private readonly listeners: Listeners,
    private readonly queue: JobQueue,
  ) {}

  /** Returns at once: a request never waits for the queue. */
  wake(): void {
    this.pump().catch((error: Error) => this.logger.warn(`facts wait for the next tick: ${error.message}`));
  }

  /** Spreads until nothing is pending, or for long enough; calls meanwhile share the run that follows. */
  async pump(): Promise<void> {
    if (this.pumping) {
      this.again = true;
      return this.pumping;
    }
    return (this.pumping = this.spread());
  }

  async wakeAll(deliveries: DeliveryKey[]): Promise<void> {
    if (!deliveries.length) return;
    const jobs = deliveries.map((data) => ({ id: `${data.factId}-${data.listener}-${data.attempt}`, name: 'deliver', data }));
    await this.queue.wake(jobs);
  }

  private async spread(): Promise<void> {
    const all = this.listeners.all;
    const names = [all.map(({ fact }) => fact), all.map(({ name }) => name)];
    try {
      for (let round = 1; round <= ROUNDS; round++) {
        this.again = false;
        const deliveries = await this.db.query<DeliveryKey>(SPREAD, names);
        await this.wakeAll(deliveries).catch((error: Error) => this.logger.warn(`the sweeper will wake them: ${error.message}`));
        // `again` is asked last: a call that came while the database answered may know of a newer fact.
        if (!(await this.db.one<{ more: boolean }>(PENDING))!.more && !this.again) return;
      }
    } finally {
      this.pumping = undefined;
    }
  }
}
