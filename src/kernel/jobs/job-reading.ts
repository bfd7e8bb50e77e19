import { Injectable } from '@nestjs/common';
import type { Actor } from '../authz/actor';
import { grantsFor } from '../authz/permissions';
import { refuse } from '../http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../http/page';
import { type Job, JobStore } from './job.store';
import type { JobRowQuery } from './job.views';
import { JobRowView } from './job.views';
import { Jobs } from './jobs';

const PAGE = 1_000;

/** How far a job is and what became of its rows, for the starter and for who administers its area. */
@Injectable()
export class JobReading {
  constructor(
    private readonly store: JobStore,
    private readonly jobs: Jobs,
  ) {}

  async see(by: Actor, id: string): Promise<Job> {
    const job = await this.store.read(id);
    if (!job || !this.maySee(by, job)) throw refuse('not-found');
    return job;
  }

  /** What is done stays done; a chunk that is being done is not. */
  async cancel(by: Actor, id: string): Promise<Job> {
    const { state } = await this.see(by, id);
    const cancelled = await this.store.cancel(id);
    if (!cancelled) throw refuse('not-possible-now', { values: { state }, more: { state, acts: [] } });
    return cancelled;
  }

  async rows(by: Actor, id: string, query: JobRowQuery): Promise<Page<JobRowView>> {
    await this.see(by, id);
    const limit = limitOf(query);
    const [after] = readCursor(query, 1) ?? [0];
    if (!Number.isSafeInteger(after)) throw refuse('bad-cursor');
    const rows = await this.store.report(id, after as number, limit + 1, query.outcome);
    const { items, nextCursor } = pageFrom(rows, limit, ({ number }) => [number]);
    return { items: items.map((row) => JobRowView.of(row)), nextCursor };
  }

  async report(by: Actor, id: string): Promise<AsyncGenerator<string>> {
    await this.see(by, id);
    return this.lines(id);
  }

  private async *lines(id: string): AsyncGenerator<string> {
    for (let after = 0; ;) {
      const rows = await this.store.report(id, after, PAGE);
      yield rows.map((row) => `${JSON.stringify(JobRowView.of(row))}\n`).join('');
      if (rows.length < PAGE) return;
      after = rows.at(-1)!.number;
    }
  }

  private maySee(by: Actor, { kind, starterKind, starterId, areaPath }: Job): boolean {
    if (by.kind === 'platform' || (by.kind === starterKind && by.id === starterId)) return true;
    const grants = grantsFor(by, this.jobs.kind(kind).seenBy);
    return grants.some(({ unit, area }) => !unit && (!area || areaPath.includes(area)));
  }
}
