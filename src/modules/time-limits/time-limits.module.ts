import { Module } from '@nestjs/common';
import { DirectoryModule } from '../directory/directory.module';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarChange } from './calendar/calendar-change.entity';
import { CalendarChanges } from './calendar/calendar-change.store';
import { CalendarDayRow, CalendarIssue, PublishedCalendar } from './calendar/calendar.entity';
import { CalendarLoading } from './calendar/calendar-loading.service';
import { CalendarService } from './calendar/calendar.service';
import { PublishedCalendars } from './calendar/calendar.store';
import { Planning } from './calendar/planning.service';
import { WorkingDays } from './calendar/working-days.store';
import { Firing } from './limit/firing.service';
import { Limit } from './limit/limit.entity';
import { LimitReading } from './limit/limit-reading.service';
import { LimitService } from './limit/limit.service';
import { Limits } from './limit/limit.store';
import { MovedDays } from './limit/moved-days.service';
import { Pause } from './limit/pause.entity';
import { Reprojection } from './limit/reprojection.service';
import { ToldLimits } from './limit/told-limits.service';
import { TimeLimitsFacade } from './time-limits.facade';

/** Working-day calendars and stopwatches on any subject (工作日历、限时办结). */
@Module({
  imports: [DirectoryModule],
  controllers: [CalendarController],
  providers: [
    TimeLimitsFacade,
    ...[PublishedCalendars, CalendarChanges, WorkingDays, Planning, CalendarService, CalendarLoading],
    // A calendar that has arrived is heeded before a limit runs out without it: the order of the sweeps.
    ...[Limits, LimitService, ToldLimits, LimitReading, MovedDays, Reprojection, Firing],
  ],
  exports: [TimeLimitsFacade],
})
export class TimeLimitsModule {
  static readonly entities = [PublishedCalendar, CalendarIssue, CalendarDayRow, CalendarChange, Limit, Pause];
}
