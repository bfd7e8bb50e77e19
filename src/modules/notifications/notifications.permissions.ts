import { permissions } from '../../kernel/authz/permissions';

export const notificationsPermissions = permissions('notifications', {
  inbox: { zh: '本人消息', kinds: ['person', 'staff'] },
});
