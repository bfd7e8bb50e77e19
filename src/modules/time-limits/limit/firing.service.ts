import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import { Ticks } from '../../../kernel/jobs/ticks';
import { Tx } from '../../../kernel/persistence/tx';
import { Limits } from './limit.store';

const BATCH = 500;
// A tick leaves time for the other sweeps; what is still due then is due at the next one.
const BATCHES_A_TICK = 20;

/**
 * time-limits/T7, T10: tells each rung once. Claim, rung, history line and fact commit together, so that any number of processes,
 * a restart, a lost queue or a clock that jumps neither loses a rung nor tells it twice.
 */
@Injectable()
export class Firing implements OnModuleInit {
  constructor(
    private readonly tx: Tx,
    private readonly ticks: Ticks,
    private readonly limits: Limits,
  ) {}

  onModuleInit(): void {
    this.ticks.add('time limits', () => this.sweep());
  }

  async sweep(): Promise<void> {
    for (let batch = 0; batch < BATCHES_A_TICK; batch++) if ((await this.fire()) === 0) return;
  }

  private fire(): Promise<number> {
    return this.tx.run(async () => {
      const limits = await this.limits.due(this.tx.now, BATCH);
      limits.forEach((limit) => limit.fire());
      if (limits.length) await this.limits.save(platform('time-limits'), ...limits);
      return limits.length;
    });
  }
}
