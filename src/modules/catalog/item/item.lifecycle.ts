import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type ItemState = 'draft' | 'submitted' | 'reviewed' | 'countersigned' | 'published' | 'withdrawn';
export type ItemAct =
  | 'edit'
  | 'submit'
  | 'review'
  | 'escalate'
  | 'pass'
  | 'return'
  | 'review-secrecy'
  | 'refuse-secrecy'
  | 'countersign'
  | 'publish'
  | 'unschedule'
  | 'take'
  | 'withdraw';

// catalog/C3. While a revision is drafted and reviewed, the version published before stays in force.
export const itemLifecycle = lifecycle<ItemState, ItemAct>('catalog.item', {
  edit: { from: ['draft', 'published'], to: 'draft', zh: '编制' },
  submit: { from: ['draft'], to: 'submitted', zh: '提交联合审核' },
  review: { from: ['submitted'], to: 'submitted', zh: '答复审核问题' },
  escalate: { from: ['submitted'], to: 'unchanged', zh: '逾期未答复' },
  pass: { from: ['submitted'], to: 'reviewed', zh: '审核通过' },
  return: { from: ['submitted'], to: 'draft', zh: '退回修改' },
  // catalog/P1: while the joint review runs its answers are waited for, so that all reasons come at once.
  'review-secrecy': { from: ['submitted', 'reviewed', 'countersigned'], to: 'unchanged', zh: '保密审查' },
  'refuse-secrecy': { from: ['reviewed', 'countersigned'], to: 'draft', zh: '保密审查不予公开' },
  countersign: { from: ['reviewed'], to: 'countersigned', zh: '会签' },
  publish: { from: ['countersigned'], to: 'published', zh: '发布' },
  unschedule: { from: ['draft', 'submitted', 'reviewed', 'countersigned', 'published'], to: 'draft', zh: '撤回待生效版本' },
  take: { from: ['published', 'withdrawn'], to: 'published', zh: '接收国家版本' },
  withdraw: { from: ['draft', 'submitted', 'reviewed', 'countersigned', 'published'], to: 'withdrawn', zh: '取消' },
});
