import { permissions } from '../../kernel/authz/permissions';

/** Every role of the house; a grant of any other is refused. */
export const ROLES = [
  'platform-operator',
  'service-administrator',
  'catalogue-editor',
  'joint-reviewer',
  'implementation-editor',
  'clerk',
  'officer',
  'department-head',
  'government-head',
  'supervisor',
  'rating-desk',
] as const;
export type Role = (typeof ROLES)[number];

export const identityPermissions = permissions('identity', {
  'person.register': { zh: '登记自然人', roles: ['clerk', 'service-administrator', 'platform-operator'] },
  'person.read': { zh: '查阅自然人', roles: ['clerk', 'officer', 'department-head'] },
  'legal-person.register': { zh: '登记法人', roles: ['clerk', 'service-administrator', 'partner-system'] },
  'staff.manage': { zh: '管理工作人员', roles: ['service-administrator', 'platform-operator'] },
  'partner.manage': { zh: '管理接入系统', roles: ['service-administrator', 'platform-operator'] },
  'own-data': { zh: '本人数据', kinds: ['person'] },
});
