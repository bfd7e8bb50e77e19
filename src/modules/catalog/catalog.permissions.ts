import { permissions } from '../../kernel/authz/permissions';

export const catalogPermissions = permissions('catalog', {
  'item.edit': { zh: '编制基本目录', roles: ['catalogue-editor'] },
  'item.review': { zh: '联合审核', roles: ['joint-reviewer'] },
  'item.publish': { zh: '发布基本目录', roles: ['catalogue-editor', 'service-administrator'] },
  'item.import': { zh: '导入国家目录', roles: ['catalogue-editor', 'service-administrator'] },
});
