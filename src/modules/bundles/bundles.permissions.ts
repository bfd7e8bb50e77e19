import { permissions } from '../../kernel/authz/permissions';

const HANDLERS = ['clerk', 'officer', 'department-head', 'supervisor', 'partner-system'];

export const bundlesPermissions = permissions('bundles', {
  'bundle.edit': { zh: '编制“一件事”', roles: ['implementation-editor'] },
  'bundle.publish': { zh: '发布“一件事”', roles: ['service-administrator'] },
  'item.withdraw': { zh: '取消基本目录事项', roles: ['catalogue-editor', 'service-administrator'] },
  'bundle.work': { zh: '查阅编制中的“一件事”', roles: ['implementation-editor', 'service-administrator'] },
  'journey.begin': { zh: '申请“一件事一次办”', kinds: ['person'] },
  'journey.watch': { zh: '查看联办进度', roles: HANDLERS },
  'journey.see': { zh: '查看联办进度（含本人）', kinds: ['person'], roles: HANDLERS },
});
