import { Injectable, type OnModuleInit } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import { Ticks } from '../../../kernel/jobs/ticks';
import { Tx } from '../../../kernel/persistence/tx';
import { WorkingDays } from '../calendar/working-days.store';
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
    private readonly workingDays: WorkingDays,
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
      if (!limits.length) return 0;
      const edition = await this.workingDays.hold();
      for (const limit of limits) limit.fire(await this.workingDays.of(limit.area, edition), this.tx.now);
      await this.limits.save(platform('time-limits'), ...limits);
      return limits.length;
    });
  }
}
