import { permissions } from '../../kernel/authz/permissions';

export const catalogPermissions = permissions('catalog', {
  'item.edit': { zh: '编制基本目录', roles: ['catalogue-editor'] },
  'item.review': { zh: '联合审核', roles: ['joint-reviewer'] },
  'board.read': { zh: '查阅联合审核单位', roles: ['catalogue-editor', 'joint-reviewer', 'service-administrator'] },
  'board.name': { zh: '确定联合审核单位', roles: ['service-administrator'] },
  'item.read-reviews': { zh: '查阅联合审核', roles: ['catalogue-editor', 'joint-reviewer', 'service-administrator'] },
  'item.clear': { zh: '保密审查', roles: ['joint-reviewer', 'service-administrator'] },
  'item.publish': { zh: '发布基本目录', roles: ['catalogue-editor', 'service-administrator'] },
  'item.adopt': { zh: '承接基本目录事项', roles: ['service-administrator'] },
  'item.import': { zh: '导入国家目录', roles: ['catalogue-editor', 'service-administrator'] },
  'outside-list.import': { zh: '导入外部清单并处理差异', roles: ['catalogue-editor', 'service-administrator'] },
  'outside-list.compare': { zh: '比对外部清单', roles: ['catalogue-editor', 'joint-reviewer', 'service-administrator'] },
  'commitment.propose': { zh: '提出告知承诺事项', roles: ['catalogue-editor'] },
  'commitment.publish': { zh: '公布告知承诺事项', roles: ['service-administrator'] },
  'commitment.work': { zh: '查阅未公布的告知承诺事项', roles: ['catalogue-editor', 'service-administrator'] },
  'powers.delegate': { zh: '授权首席事务代表', roles: ['department-head'] },
  'powers.arrange': { zh: '下放事项', roles: ['department-head'] },
  'standard.draft': { zh: '编制事项拆分标准', roles: ['implementation-editor'] },
  'standard.report': { zh: '报告拆分标准试点', roles: ['service-administrator'] },
  'standard.countersign': { zh: '会签事项拆分标准', roles: ['department-head'] },
  'standard.publish': { zh: '发布事项拆分标准', roles: ['service-administrator'] },
});
