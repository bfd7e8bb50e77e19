import { Injectable, Logger } from '@nestjs/common';
import { platform } from '../authz/actor';
import { runIn } from '../http/context';
import { Db } from '../persistence/db';
import { Tx } from '../persistence/tx';
import type { Fact } from './fact';
import { Listeners } from './listeners';
import { type DeliveryKey, Relay } from './relay';

const ATTEMPTS = 8;
const CLAIM_SECONDS = 60;

// The attempt is counted, and committed, before the listener runs: one that kills its process is not tried for ever.
const CLAIM = `
  update kernel.delivery set state = 'running', attempts = attempts + 1, claimed_until = clock_timestamp() + interval '${CLAIM_SECONDS} seconds'
  where fact_id = $1 and listener = $2 and (state = 'due' or (state = 'running' and claimed_until < clock_timestamp()))
  returning attempts`;
const LOCK = `
  select f.id, f.name, f.payload, f.subject_kind as "subjectKind", f.subject_id as "subjectId", f.seq, f.actor, f.at, f.trace_id as "traceId"
  from kernel.delivery d join kernel.fact f on f.id = d.fact_id
  where d.fact_id = $1 and d.listener = $2 and d.state = 'running' for update of d`;
const DONE = `update kernel.delivery set state = 'done', claimed_until = null, error = null where fact_id = $1 and listener = $2`;
const FAILED = `
  update kernel.delivery set state = case when attempts >= ${ATTEMPTS} then 'failed' else 'due' end, claimed_until = null, error = $3,
    next_at = clock_timestamp() + least(interval '1 hour', interval '1 second' * power(3, attempts) * (0.8 + random() * 0.4))
  where fact_id = $1 and listener = $2 and state = 'running'`;
// A listener that takes its process with it leaves no error behind.
const GIVE_UP = `
  update kernel.delivery set state = 'failed', claimed_until = null, error = coalesce(error, 'the process ended while it ran')
  where state = 'running' and attempts >= ${ATTEMPTS} and claimed_until < clock_timestamp()`;
const SWEEP = `
  update kernel.delivery set next_at = clock_timestamp() + interval '10 seconds'
  where (fact_id, listener) in (
    select fact_id, listener from kernel.delivery
    where state in ('due', 'running') and coalesce(claimed_until, next_at) < clock_timestamp()
    order by coalesce(claimed_until, next_at) limit 500 for update skip locked)
  returning fact_id as "factId", listener, attempts + 1 as attempt`;

// The fact stays, and so does what failed.
const FORGET = `
  delete from kernel.delivery where (fact_id, listener) in (
    select fact_id, listener from kernel.delivery where state = 'done' and next_at < clock_timestamp() - interval '30 days'
    order by next_at limit 500 for update skip locked)`;

/**
 * Carries facts to listeners. Effect and mark commit together: inside this database an effect happens exactly once. A listener that
 * works outside of it is marked done after its effect.
 */
@Injectable()
export class Deliveries {
  private readonly logger = new Logger('deliveries');

  constructor(
    private readonly db: Db,
    private readonly tx: Tx,
    private readonly listeners: Listeners,
    private readonly relay: Relay,
  ) {}

  async deliver({ factId, listener }: Pick<DeliveryKey, 'factId' | 'listener'>): Promise<void> {
    const claimed = await this.db.one<{ attempts: number }>(CLAIM, [factId, listener]);
    if (!claimed) return;
    try {
      const hear = () => this.hear(factId, listener);
      await (this.listeners.called(listener)?.outside ? hear() : this.tx.run(hear));
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.logger.error(`${listener} failed on fact ${factId} (attempt ${claimed.attempts}): ${text}`);
      await this.db.query(FAILED, [factId, listener, text.slice(0, 2000)]);
    }
  }

  /** Wakes again what is due or whose worker went away; while the queue is away, delivers here. */
  async sweep(): Promise<void> {
    await this.db.query(GIVE_UP);
    const due = await this.db.query<DeliveryKey>(SWEEP);
    try {
      await this.relay.wakeAll(due);
    } catch (error) {
      this.logger.warn(`delivering without the queue: ${(error as Error).message}`);
      for (const key of due) await this.deliver(key);
    }
  }

  /** That a fact was heard is kept for thirty days. */
  async forget(): Promise<void> {
    await this.db.query(FORGET);
  }

  private async hear(factId: string, name: string): Promise<void> {
    const fact = await this.db.one<Fact & { traceId: string }>(LOCK, [factId, name]);
    if (!fact) return;
    const listener = this.listeners.called(name);
    if (!listener) throw new Error(`no listener is called ${name}`);
    await runIn({ requestId: fact.id, traceId: fact.traceId, language: 'zh', by: platform(name) }, () => listener.hear(fact));
    await this.db.query(DONE, [factId, name]);
  }
}
