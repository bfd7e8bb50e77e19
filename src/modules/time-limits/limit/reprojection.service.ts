import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import { Ticks } from '../../../kernel/jobs/ticks';
import { Tx } from '../../../kernel/persistence/tx';
import { CalendarChanges, type Pending } from '../calendar/calendar-change.store';
import { WorkingDays } from '../calendar/working-days.store';
import type { Limit } from './limit.entity';
import { Limits, type Touch } from './limit.store';

const BATCH = 500;
// A tick leaves time for the other sweeps. What is due meanwhile is computed anew before it fires.
const BATCHES_A_TICK = 20;

/**
 * time-limits/T2, T8: computes open limits anew that a publication may move. How far one has been followed commits with the limits, so
 * that a restart leaves none out; due days computed with an older edition are committed when it is published (`hold_edition`).
 */
@Injectable()
export class Reprojection implements OnModuleInit {
  private readonly logger = new Logger('time-limits');
  private passing?: Promise<void>;
  /** Areas in which limits of before an edition were open. */
  private areas?: { edition: number; area: string; below: string[] };

  constructor(
    private readonly tx: Tx,
    private readonly ticks: Ticks,
    private readonly limits: Limits,
    private readonly workingDays: WorkingDays,
    private readonly changes: CalendarChanges,
  ) {}

  onModuleInit(): void {
    this.ticks.add('calendars', () => this.sweep());
  }

  /** Does not wait for the next tick. */
  wake(): void {
    this.sweep().catch((error: Error) => this.logger.warn(`limits wait for the next tick: ${error.message}`));
  }

  sweep(): Promise<void> {
    return (this.passing ??= this.pass().finally(() => (this.passing = undefined)));
  }

  private async pass(): Promise<void> {
    if (!(await this.changes.pending())) return;
    await this.tx.run(() => this.changes.dropIdle(this.tx.now));
    for (let batch = 0; batch < BATCHES_A_TICK; batch++) if (!(await this.step())) return;
  }

  /** One batch of one publication. False when there is nothing more to do here. */
  private step(): Promise<boolean> {
    return this.tx.run(async () => {
      const change = await this.changes.next();
      if (!change) return false;
      const edition = await this.workingDays.hold();
      const touched = await this.limits.touched(await this.touchOf(change), change.afterLimit, BATCH, 'for update of t');
      const moved: Limit[] = [];
      for (const limit of touched) {
        if (limit.reproject(await this.workingDays.of(limit.area, edition), this.tx.now)) moved.push(limit);
      }
      await this.limits.save(platform('time-limits'), ...moved);
      const isLast = touched.length < BATCH;
      await this.changes.move(change, touched.at(-1)?.id ?? change.afterLimit, isLast ? this.tx.now : null);
      return true;
    });
  }

  private async touchOf({ edition, area, source, year, firstDay, lastDay }: Pending): Promise<Touch> {
    if (this.areas?.edition !== edition || this.areas.area !== area) {
      this.areas = { edition, area, below: await this.workingDays.under(area, await this.limits.openAreas()) };
    }
    return { areas: this.areas.below, edition, firstDay, lastDay, arrived: `${source} ${year}` };
  }
}
