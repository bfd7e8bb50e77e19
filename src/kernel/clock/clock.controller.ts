import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { open, permissions } from '../authz/permissions';
import { Door } from '../http/door';
import { InstantText, Whole } from '../validation/fields';
import { Clock } from './clock';

const mayTurn = permissions('kernel', { 'clock.turn': { zh: '调整演示时钟', roles: ['platform-operator'] } });

class TurnInput {
  @Whole(0, 3_650, { says: 'Days forward 向前天数', example: 0 }) days: number;
  @Whole(0, 23, { optional: true, says: 'Hours forward 向前小时数' }) hours?: number;
}

class NowView {
  @InstantText({ says: 'Business time 业务时间' }) now: string;
}

/** Demo mode only: business time can be turned forward to see limits run out. Production has no such address. */
@ApiTags('kernel')
@Controller('ops/clock')
export class ClockController {
  constructor(private readonly clock: Clock) {}

  @Get()
  @Door({ to: open, en: 'Read the business clock', zh: '读取业务时钟', answers: NowView })
  async readClock(): Promise<NowView> {
    return { now: await this.clock.now() };
  }

  @Post('turns')
  // Not an act with a record: it must not run inside a transaction.
  @Door({
    to: mayTurn['clock.turn'],
    reads: true,
    en: 'Turn the business clock forward',
    zh: '向前调整业务时钟',
    answers: NowView,
    sends: { days: 0 },
    as: 'platform-operator',
  })
  async turnClock(@Body() { days, hours = 0 }: TurnInput): Promise<NowView> {
    return { now: await this.clock.turn(`${days} days ${hours} hours`) };
  }
}
