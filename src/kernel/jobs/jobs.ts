import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { runIn } from '../http/context';
import { Tx } from '../persistence/tx';
import type { JobKind, JobRow, RowResult } from './job-kind';
import { type Job, JobStore } from './job.store';
import { JobQueue } from './queue';
import { Ticks } from './ticks';

const WAKE = 'job';
/** Of one row; whoever mends these sees the next. */
const PROBLEMS = 100;

/** The job is no longer this worker's: cancelled, or taken over. */
class Superseded extends Error {}

/**
 * Long work, chunk by chunk. A chunk's rows, what becomes of them and how far the job is commit together, so that a worker that is
 * killed leaves a job that goes on behind its last chunk. The queue only wakes: which worker has a job stands in the job.
 */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger('jobs');
  private readonly kinds = new Map<string, JobKind>();
  private readonly inHand = new Set<Promise<void>>();
  private stopping = false;

  constructor(
    private readonly store: JobStore,
    private readonly tx: Tx,
    private readonly queue: JobQueue,
    ticks: Ticks,
  ) {
    ticks.add('jobs', () => this.sweep());
    ticks.add('old jobs', () => this.store.forget());
    ticks.hear(WAKE, (data) => this.run((data as { jobId: string }).jobId));
  }

  add(kind: JobKind): void {
    if (this.kinds.has(kind.name)) throw new Error(`two kinds of job are called ${kind.name}`);
    this.kinds.set(kind.name, kind);
  }

  kind(name: string): JobKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`no kind of job is called ${name}`);
    return kind;
  }

  /** Does what is left of a job, unless somebody else is at it. */
  run(id: string): Promise<void> {
    const work = this.work(id).finally(() => this.inHand.delete(work));
    this.inHand.add(work);
    return work;
  }

  /** Wakes a worker for the job; nobody waits for the queue. */
  wake(id: string, attempts = 0): void {
    const woken = this.queue.wake([wakeUp({ id, attempts })]);
    woken.catch((error: Error) => this.logger.warn(`the sweep will wake it: ${error.message}`));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await Promise.allSettled(this.inHand);
  }

  /** Wakes again what waits or whose worker went silent; while the queue is away, works here. */
  private async sweep(): Promise<void> {
    if (this.stopping) return;
    const due = await this.store.due();
    try {
      await this.queue.wake(due.map(wakeUp));
    } catch (error) {
      this.logger.warn(`working without the queue: ${(error as Error).message}`);
      for (const { id } of this.inHand.size ? [] : due.slice(0, 1))
        this.run(id).catch((failure: Error) => this.logger.warn(`job ${id} waits: ${failure.message}`));
    }
  }

  private async work(id: string): Promise<void> {
    const claim = randomUUID();
    const job = await this.store.claim(id, claim);
    if (!job) return;
    const context = { requestId: job.id, traceId: job.traceId, language: job.language, by: job.actor };
    try {
      await runIn(context, () => this.chunks(job, claim));
    } catch (error) {
      if (error instanceof Superseded) return;
      const text = error instanceof Error ? error.message : String(error);
      this.logger.error(`${job.kind} ${id} failed after ${job.done} of ${job.total} rows (attempt ${job.attempts}): ${text}`);
      await this.store.failed(id, claim, text);
    }
  }

  private async chunks(job: Job, claim: string): Promise<void> {
    const kind = this.kind(job.kind);
    while (job.done < job.total) {
      if (this.stopping) return this.store.letGo(job.id, claim);
      const { done, outcomes } = await this.tx.run(() => this.chunk(kind, job, claim));
      Object.assign(job, { done, outcomes });
    }
    await this.store.end(job.id, claim);
  }

  /** May run again after a deadlock: nothing of the job in hand is changed before it has committed. */
  private async chunk(kind: JobKind, job: Job, claim: string): Promise<Job> {
    const rows = await this.store.next(job.id, job.done, kind.chunk);
    if (!rows.length) throw new Error(`row ${job.done + 1} is missing`);
    const sound = rows.flatMap(({ number, data }): JobRow[] =>
      data === null ? [] : [{ number, value: JSON.parse(data) as Record<string, unknown> }],
    );
    const taken = sound.length ? await kind.take(job.actor, job, sound) : [];
    const byNumber = new Map<number, RowResult>(sound.map(({ number }, index) => [number, bounded(taken[index]!)]));
    const results = rows.map(({ number }) => ({ number, ...(byNumber.get(number) ?? { outcome: 'refused' }) }));
    const outcomes = { ...job.outcomes };
    for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    const after = { ...job, done: job.done + rows.length, outcomes };
    if (!(await this.store.progress(after, claim, results))) throw new Superseded();
    return after;
  }
}

const bounded = ({ problems, ...result }: RowResult): RowResult => ({
  ...result,
  ...(problems && { problems: problems.slice(0, PROBLEMS) }),
});

const wakeUp = ({ id, attempts }: Pick<Job, 'id' | 'attempts'>) => ({
  ...{ id: `job-${id}-${attempts}`, name: WAKE },
  data: { jobId: id },
});
