import { permissions } from '../../kernel/authz/permissions';

export const supervisionPermissions = permissions('supervision', {
  'card.see': { zh: '查看预警卡', roles: ['supervisor', 'department-head', 'officer'] },
  'card.answer': { zh: '回复、申诉预警卡', roles: ['department-head', 'officer'] },
  'card.close': { zh: '办结预警卡', roles: ['supervisor'] },
});
