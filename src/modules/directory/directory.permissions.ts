import { permissions } from '../../kernel/authz/permissions';

export const directoryPermissions = permissions('directory', {
  'organization.edit': { zh: '维护组织机构', roles: ['platform-operator', 'service-administrator'] },
  'place.edit': { zh: '维护政务服务场所和窗口', roles: ['platform-operator', 'service-administrator'] },
  'arrangement.grant': { zh: '下放事项', roles: ['department-head'] },
  'provider.edit': { zh: '维护非政府服务单位', roles: ['platform-operator', 'service-administrator'] },
  'delegation.grant': { zh: '授权首席事务代表', roles: ['department-head'] },
  'delegation.read': {
    zh: '查看首席事务代表授权',
    roles: ['department-head', 'officer', 'clerk', 'service-administrator', 'supervisor', 'platform-operator'],
  },
});
