import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, createRedisBackend, type Queue, withBackend, type Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { Config } from '../config/config';

/** Whether this process works through the queue, besides or instead of serving HTTP. */
export const WORKS = Symbol('works');
const CONCURRENCY = 8;
const PATIENCE = 2_000;

/** BullMQ waits for ever for a Redis it has never met. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(reject, PATIENCE, new Error('the queue does not answer'))));
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * The one BullMQ queue, on PostgreSQL or on Redis. It only wakes people up: what is to be done stands in Postgres, so a queue
 * that is lost, late or doubled changes nothing. No request waits for it.
 */
@Injectable()
export class JobQueue implements OnApplicationShutdown {
  private readonly logger = new Logger('queue');
  private readonly name: string;
  private readonly queue: Queue;
  private worker?: Worker;
  private readonly pool?: Pool;
  private readonly connections: Redis[] = [];
  private readonly bull;

  constructor(
    private readonly config: Config,
    @Inject(WORKS) readonly works: boolean,
  ) {
    const { REDIS_URL, DATABASE_URL } = config.settings;
    // Platforms that share a Redis each have their own queue: it is named after their database.
    this.name = `tongban-${new URL(DATABASE_URL!).pathname.slice(1)}`;
    if (REDIS_URL) {
      this.bull = withBackend(createRedisBackend as never);
    } else {
      // Waking is cheap to lose: the sweeper finds what a crash forgot, so the queue need not wait for the disk.
      const options = '-c search_path=bullmq,public -c synchronous_commit=off';
      this.pool = new Pool({ connectionString: DATABASE_URL, max: works ? CONCURRENCY + 4 : 3, options });
      this.pool.on('error', (error) => this.logger.warn(error.message));
      this.bull = withBackend(createPostgresBackend as never);
    }
    // A job that stayed after its end, even a failed one, would swallow the next wake-up of the same id.
    const job = { removeOnComplete: true, removeOnFail: true, attempts: 1 };
    this.queue = new this.bull.Queue(this.name, {
      connection: this.connection(true),
      defaultJobOptions: job,
    }) as unknown as Queue;
    this.queue.on('error', (error) => this.logger.warn(error.message));
  }

  /** Wakes a worker for each job. An id that waits already is ignored. Fails when the queue does not answer in time. */
  async wake(jobs: { id: string; name: string; data: object }[]): Promise<void> {
    await inTime(this.queue.addBulk(jobs.map(({ id, name, data }) => ({ name, data, opts: { jobId: id } }))));
  }

  /** A job that comes back every so many milliseconds, once for all processes. */
  async every(name: string, milliseconds: number): Promise<void> {
    await inTime(this.queue.upsertJobScheduler(name, { every: milliseconds }, { name }));
  }

  /** Whether the queue is out of reach; what is to be done is then found by the sweeps. */
  get away(): boolean {
    return this.connections.some(({ status }) => status !== 'ready');
  }

  work(handle: (name: string, data: unknown) => Promise<void>): void {
    const options = { connection: this.connection(false), concurrency: CONCURRENCY, stalledInterval: 10_000 };
    this.worker = new this.bull.Worker(
      this.name,
      (job: { name: string; data: unknown }) => handle(job.name, job.data),
      options,
    ) as unknown as Worker;
    this.worker.on('error', (error) => this.logger.warn(error.message));
  }

  /** Finishes the jobs in hand and takes no more. */
  async stopWork(): Promise<void> {
    await this.whenThere(this.worker?.close());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.whenThere(this.queue.close());
    this.connections.forEach((connection) => connection.disconnect());
    await this.pool?.end();
  }

  /** With Redis away nobody would answer a farewell. */
  private async whenThere(farewell: Promise<void> | undefined): Promise<void> {
    if (this.connections.every(({ status }) => status === 'ready')) await farewell;
    else farewell?.catch(() => undefined);
  }

  /** A producer gives up quickly when Redis is away; a worker waits for it. */
  private connection(producer: boolean): Pool | Redis {
    if (this.pool) return this.pool;
    const patience = producer
      ? { maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 1_500 }
      : { maxRetriesPerRequest: null };
    return this.kept(new Redis(this.config.settings.REDIS_URL!, patience));
  }

  /** A worker makes a second connection of the first, and leaves it behind when Redis is away. */
  private kept(redis: Redis): Redis {
    const duplicate = redis.duplicate.bind(redis);
    redis.duplicate = (options) => this.kept(duplicate(options));
    redis.on('error', (error) => this.logger.warn(error.message));
    this.connections.push(redis);
    return redis;
  }
}
