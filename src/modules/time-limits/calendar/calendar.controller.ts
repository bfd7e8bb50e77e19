import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import { PageQuery } from '../../../kernel/http/page';
import { PathCode } from '../../../kernel/http/path';
import { timeLimitsPermissions } from '../time-limits.permissions';
import { AREA, PlannedCalendarInput, PublishCalendarInput, YEAR } from './calendar.inputs';
import { CalendarService } from './calendar.service';
import { CalendarPreviewView, CalendarView } from './calendar.views';

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

  @Post('preview')
  @Door({
    to: timeLimitsPermissions['calendar.publish'],
    en: 'What a calendar would move, before it is published',
    zh: '工作日历发布预览',
    more: 'The days as they were read, how many open limits would end later or earlier, each of them page by page, and the digest that the publication names (time-limits/T8).',
    ...{ answers: CalendarPreviewView, reads: true, status: 200, as: 'service-administrator' },
    at: { area: '650102000000', year: '2027' },
    sends: {
      notice: '天山区2027年政务服务大厅停办公告',
      icalendar: [
        ...[
          'BEGIN:VCALENDAR',
          'VERSION:2.0',
          'PRODID:-//demo//calendar//ZH',
          'BEGIN:VEVENT',
          'UID:1',
          'DTSTAMP:20261201T000000Z',
        ],
        ...['DTSTART;VALUE=DATE:20270601', 'DTEND;VALUE=DATE:20270603', 'SUMMARY:大厅检修', 'END:VEVENT', 'END:VCALENDAR'],
      ].join('\r\n'),
    },
  })
  previewCalendar(
    @By() by: Actor,
    @PathCode('area', AREA, 12) area: string,
    @PathCode('year', YEAR, 4) year: string,
    @Body() input: PlannedCalendarInput,
    @Query() query: PageQuery,
  ): Promise<CalendarPreviewView> {
    return this.service.preview(by, area, Number(year), input, query);
  }

  @Put()
  @Door({
    to: timeLimitsPermissions['calendar.publish'],
    en: 'Publish the days that an area takes off or puts on in a year',
    zh: '发布工作日历',
    more:
      'All days of the year at once, as the published notice has them; If-Match "0" for the first time. Where open limits move, it ' +
      'names the digest of the preview; they are computed anew within seconds, with history (time-limits/T2, T8). Below the region at ' +
      'most ten working days a year, none of them past; a region fifteen.',
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
