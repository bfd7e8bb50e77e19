import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { open } from '../authz/permissions';
import { JobQueue } from '../jobs/queue';
import { Db } from '../persistence/db';
import { migrationNames } from '../persistence/migrate';
import { refuse } from './kernel.errors';
import { Door } from './door';
import { draining } from './server';
import { OneOf } from '../validation/fields';

const DEGRADED = ['history-can-be-changed', 'queue-away', 'clock-skew'] as const;
type Degraded = (typeof DEGRADED)[number];
const SKEW = 5_000;

class LiveView {
  @OneOf(['ok']) status: string;
}

class ReadyView extends LiveView {
  @OneOf(DEGRADED, { list: { max: DEGRADED.length }, says: 'What works, but not as it should 降级项' }) degraded: Degraded[];
}

// Fails, and so says no, where the table of migrations cannot be read.
const READY = `
  select (select count(*) from migration where name = any($1::text[]))::int as migrated, clock_timestamp() as now,
    has_table_privilege('kernel.history', 'update') or has_table_privilege('kernel.history', 'delete') as changes`;

interface Ready {
  migrated: number;
  now: string;
  changes: boolean;
}

@ApiTags('kernel')
@Controller('health')
export class HealthController {
  private readonly expected = migrationNames();

  constructor(
    private readonly db: Db,
    private readonly queue: JobQueue,
  ) {}

  @Get('live')
  @Door({ to: open, en: 'The process runs', zh: '进程存活', answers: LiveView })
  live(): LiveView {
    return { status: 'ok' };
  }

  @Get('ready')
  @Door({
    to: open,
    en: 'The process takes requests',
    zh: '可以接收请求',
    answers: ReadyView,
    more: '503 while draining, without PostgreSQL, or while the database waits for a migration; `degraded` names what works less well.',
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyView> {
    void reply.header('cache-control', 'no-store');
    const answer = await this.ask();
    if (draining.now || answer?.migrated !== this.expected.length)
      throw refuse('unavailable', { headers: { 'retry-after': '2' } });
    return { status: 'ok', degraded: this.degraded(answer) };
  }

  /** One statement; a database that does not answer within a second is not there. */
  private ask(): Promise<Ready | undefined> {
    const answer = this.db.one<Ready>(READY, [this.expected]).catch(() => undefined);
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, 1_000, undefined).unref());
    return Promise.race([answer, late]);
  }

  /** History with one role for everything is kept by triggers alone; far apart clocks let tokens and time limits disagree. */
  private degraded({ changes, now }: Ready): Degraded[] {
    const skewed = Math.abs(Date.parse(now) - Date.now()) > SKEW;
    return DEGRADED.filter(
      (one) => ({ 'history-can-be-changed': changes, 'queue-away': this.queue.away, 'clock-skew': skewed })[one],
    );
  }
}
