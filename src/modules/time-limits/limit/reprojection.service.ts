import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import { Ticks } from '../../../kernel/jobs/ticks';
import { Tx } from '../../../kernel/persistence/tx';
import { WorkingDays } from '../calendar/working-days.store';
import type { Limit } from './limit.entity';
import { Limits } from './limit.store';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * time-limits/T2: computes open limits anew once a calendar that they lacked is in. Every process passes once over those that lack
 * one, when it starts and at each new edition; due days computed with an older edition are committed by then (`hold_edition`).
 */
@Injectable()
export class Reprojection implements OnModuleInit {
  private readonly logger = new Logger('time-limits');
  private passed = -1;
  private passing?: Promise<void>;

  constructor(
    private readonly tx: Tx,
    private readonly ticks: Ticks,
    private readonly limits: Limits,
    private readonly workingDays: WorkingDays,
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
    const edition = await this.workingDays.newest();
    if (edition === this.passed) return;
    const published = await this.workingDays.published(edition);
    for (let after: string | undefined = FIRST; after;) after = await this.batch(published, after);
    this.passed = edition;
  }

  /** Answers the last limit of a full batch. */
  private batch(published: string[], after: string): Promise<string | undefined> {
    return this.tx.run(async () => {
      const edition = await this.workingDays.hold();
      const lacking = await this.limits.lacking(published, after, BATCH);
      const moved: Limit[] = [];
      for (const limit of lacking) {
        // One region's calendar says nothing about another's.
        if (limit.reproject(await this.workingDays.of(limit.area, edition), this.tx.now)) moved.push(limit);
      }
      await this.limits.save(platform('time-limits'), ...moved);
      return lacking.length === BATCH ? lacking.at(-1)!.id : undefined;
    });
  }
}
