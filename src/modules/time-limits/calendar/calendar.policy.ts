import { everyone, policy, within } from '../../../kernel/authz/policy';
import { timeLimitsPermissions } from '../time-limits.permissions';
import type { PublishedCalendar } from './calendar.entity';
import type { CalendarAct } from './calendar.lifecycle';

export const calendarPolicy = policy<PublishedCalendar, CalendarAct>({
  see: everyone,
  // The nation lies in no area: its days are for those who publish everywhere.
  may: { publish: within<PublishedCalendar>(timeLimitsPermissions['calendar.publish'], { area: 'areaPath' }) },
});
