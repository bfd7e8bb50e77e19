import { Body, Controller, Get, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import { PathCode } from '../../../kernel/http/path';
import { timeLimitsPermissions } from '../time-limits.permissions';
import { AREA, PublishCalendarInput, YEAR } from './calendar.inputs';
import { CalendarService } from './calendar.service';
import { CalendarView } from './calendar.views';

@ApiTags('time-limits')
@Controller('v1/calendars/:area/:year')
export class CalendarController {
  constructor(private readonly service: CalendarService) {}

  @Get()
  @Door({
    to: open,
    en: 'Read the working-day calendar of a place for a year',
    zh: '工作日历',
    more: "National days, over them the region's, over them those of the places it lies in; the nearest one wins (time-limits/T1).",
    answers: CalendarView,
    at: { area: '650102000000', year: '2025' },
  })
  async readCalendar(
    @PathCode('area', AREA, 12) area: string,
    @PathCode('year', YEAR, 4) year: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarView> {
    return withEtag(reply, await this.service.view(area, Number(year)));
  }

  @Put()
  @Door({
    to: timeLimitsPermissions['calendar.publish'],
    en: 'Publish the days that an area takes off or puts on in a year',
    zh: '发布工作日历',
    more:
      'All days of the year at once, as the published notice has them; If-Match "0" for the first time. Open limits that lack this ' +
      'calendar are computed anew within seconds (time-limits/T2); a later correction moves no due day that was certain. Below the ' +
      'region at most ten working days a year, none of them past.',
    answers: CalendarView,
    at: { area: '650102000000', year: '2027', 'If-Match': '"0"' },
    sends: { notice: '天山区2027年政务服务大厅停办公告', days: [{ day: '2027-06-01', kind: 'holiday', name: '大厅检修' }] },
    as: 'service-administrator',
  })
  async publishCalendar(
    @By() by: Actor,
    @PathCode('area', AREA, 12) area: string,
    @PathCode('year', YEAR, 4) year: string,
    @IfMatch() version: number,
    @Body() input: PublishCalendarInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CalendarView> {
    return withEtag(reply, await this.service.publish(by, area, Number(year), version, input));
  }
}
