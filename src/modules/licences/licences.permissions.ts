import { permissions } from '../../kernel/authz/permissions';

export const licencesPermissions = permissions('licences', {
  'type.edit': { zh: '维护证照类型', roles: ['platform-operator', 'catalogue-editor'] },
  'licence.own': { zh: '本人证照', kinds: ['person'] },
  'licence.read': { zh: '查阅本机构颁发的证照', roles: ['clerk', 'officer', 'department-head', 'partner-system'] },
  'licence.supervise': { zh: '查看区域内证照概况', roles: ['supervisor'] },
  'licence.list': { zh: '证照列表', roles: ['clerk', 'officer', 'department-head', 'partner-system', 'supervisor'] },
  // What the law leaves to the organ itself, its head decides.
  'licence.annul': { zh: '撤销证照', roles: ['department-head'] },
});
