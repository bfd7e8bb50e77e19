import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Deliveries } from '../events/deliveries';
import { Relay, type DeliveryKey } from '../events/relay';
import { JobQueue } from './queue';

const TICK = 'tick';
const EVERY = 1_000;

/** Work to be done about once a second, by whichever process is there; must be safe to run twice at once. */
export type Sweep = () => Promise<unknown>;

/** The beat: one BullMQ scheduler ticks the sweeps every second; an in-process timer does it while the queue is away. */
@Injectable()
export class Ticks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('ticks');
  private readonly sweeps: { name: string; sweep: Sweep }[] = [];
  private readonly heard = new Map<string, (data: unknown) => Promise<void>>();
  private lastTick = 0;
  private ticking?: Promise<void>;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly queue: JobQueue,
    private readonly relay: Relay,
    private readonly deliveries: Deliveries,
  ) {
    this.hear(TICK, () => this.tick());
    this.hear('deliver', (data) => this.deliveries.deliver(data as DeliveryKey));
    this.add('facts', () => this.relay.pump());
    this.add('deliveries', () => this.deliveries.sweep());
    this.add('old deliveries', () => this.deliveries.forget());
  }

  add(name: string, sweep: Sweep): void {
    this.sweeps.push({ name, sweep });
  }

  /** What is to be done when the queue wakes us by this name. */
  hear(name: string, handle: (data: unknown) => Promise<void>): void {
    this.heard.set(name, handle);
  }

  onApplicationBootstrap(): void {
    if (!this.queue.works) return;
    this.queue.work(async (name, data) => this.heard.get(name)?.(data));
    this.schedule();
    this.timer = setInterval(() => {
      if (Date.now() - this.lastTick < 3 * EVERY) return;
      void this.tick();
      // The queue may have come back without its memory.
      this.schedule();
    }, EVERY);
  }

  /** Runs every sweep once; a tick that comes while one runs is part of it. */
  tick(): Promise<void> {
    this.ticking ??= this.sweepAll().finally(() => (this.ticking = undefined));
    return this.ticking;
  }

  private schedule(): void {
    this.queue.every(TICK, EVERY).catch((error: Error) => this.logger.warn(`the queue does not tick: ${error.message}`));
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.queue.stopWork();
    await this.ticking;
  }

  private async sweepAll(): Promise<void> {
    this.lastTick = Date.now();
    for (const { name, sweep } of this.sweeps) {
      await sweep().catch((error: Error) => this.logger.error(`${name}: ${error.message}`));
    }
  }
}
