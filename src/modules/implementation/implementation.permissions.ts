import { permissions } from '../../kernel/authz/permissions';

export const implementationPermissions = permissions('implementation', {
  'list.edit': { zh: '编制实施清单', roles: ['implementation-editor'] },
  'list.audit': { zh: '审核发布实施清单', roles: ['service-administrator'] },
  'list.clear': { zh: '实施清单保密审查', roles: ['service-administrator'] },
  'list.work': { zh: '查阅编制中的实施清单', roles: ['implementation-editor', 'service-administrator'] },
  'list.import': { zh: '导入实施清单', roles: ['service-administrator'] },
  'list.export': { zh: '导出实施清单', roles: ['implementation-editor', 'service-administrator'] },
  'managed-list.keep': { zh: '生成并发布清单', roles: ['service-administrator'] },
  'list-rule.decide': { zh: '启用或停用要素校验规则', roles: ['service-administrator'] },
});
