import { permissions } from '../../kernel/authz/permissions';

export const timeLimitsPermissions = permissions('time-limits', {
  'calendar.publish': { zh: '发布工作日历', roles: ['platform-operator', 'service-administrator'] },
});
