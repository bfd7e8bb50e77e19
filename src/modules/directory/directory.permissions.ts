import { permissions } from '../../kernel/authz/permissions';

export const directoryPermissions = permissions('directory', {
  'organization.edit': { zh: '维护组织机构', roles: ['platform-operator', 'service-administrator'] },
});
