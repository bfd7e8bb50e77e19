import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { open } from '../authz/permissions';
import { Db } from '../persistence/db';
import { refuse } from './kernel.errors';
import { Door } from './door';
import { draining } from './server';
import { OneOf } from '../validation/fields';

class HealthView {
  @OneOf(['ok']) status: string;
}

@ApiTags('kernel')
@Controller('health')
export class HealthController {
  constructor(private readonly db: Db) {}

  @Get('live')
  @Door({ to: open, en: 'The process runs', zh: '进程存活', answers: HealthView })
  live(): HealthView {
    return { status: 'ok' };
  }

  @Get('ready')
  @Door({
    to: open,
    en: 'The process takes requests',
    zh: '可以接收请求',
    answers: HealthView,
    more: '503 while draining or without PostgreSQL.',
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthView> {
    void reply.header('cache-control', 'no-store');
    const answers = this.db.query('select 1').then(() => true);
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, 1_000, false).unref());
    if (draining.now || !(await Promise.race([answers.catch(() => false), late])))
      throw refuse('unavailable', { headers: { 'retry-after': '2' } });
    return { status: 'ok' };
  }
}
