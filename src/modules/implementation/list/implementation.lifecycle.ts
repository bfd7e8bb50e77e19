import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type ImplementationState = 'draft' | 'submitted' | 'audited' | 'published' | 'withdrawn';
export type ImplementationAct =
  | 'edit'
  | 'submit'
  | 'ask-approval'
  | 'grant-approval'
  | 'refuse-approval'
  | 'approve'
  | 'return'
  | 'escalate'
  | 'pass-up'
  | 'review-secrecy'
  | 'refuse-secrecy'
  | 'publish'
  | 'unschedule'
  | 'suspend'
  | 'resume'
  | 'take'
  | 'withdraw';

const NOT_WITHDRAWN = ['draft', 'submitted', 'audited', 'published'] as const;

// implementation/I8. While a revision is worked on, the version published before stays in force.
export const implementationLifecycle = lifecycle<ImplementationState, ImplementationAct>('implementation.implementation', {
  edit: { from: ['draft', 'published'], to: 'draft', zh: '编制' },
  submit: { from: ['draft'], to: 'submitted', zh: '申请发布' },
  // implementation/I4: of more steps.
  'ask-approval': { from: ['draft'], to: 'unchanged', zh: '申请超环节批准' },
  'grant-approval': { from: ['draft'], to: 'unchanged', zh: '批准超环节' },
  'refuse-approval': { from: ['draft'], to: 'unchanged', zh: '不予批准超环节' },
  approve: { from: ['submitted'], to: 'audited', zh: '审核通过' },
  return: { from: ['submitted'], to: 'draft', zh: '退回修改' },
  escalate: { from: ['submitted', 'audited'], to: 'unchanged', zh: '审核逾期上报' },
  'pass-up': { from: ['draft', 'submitted', 'audited'], to: 'unchanged', zh: '审核上移' },
  // implementation/P1
  'review-secrecy': { from: ['submitted', 'audited'], to: 'unchanged', zh: '保密审查' },
  'refuse-secrecy': { from: ['submitted', 'audited'], to: 'draft', zh: '保密审查不予公开' },
  publish: { from: ['audited'], to: 'published', zh: '发布' },
  unschedule: { from: NOT_WITHDRAWN, to: 'draft', zh: '撤回待生效版本' },
  // What is in force is suspended, whatever is worked on.
  suspend: { from: NOT_WITHDRAWN, to: 'unchanged', zh: '暂停' },
  resume: { from: NOT_WITHDRAWN, to: 'unchanged', zh: '恢复' },
  take: { from: ['published'], to: 'published', zh: '导入' },
  withdraw: { from: NOT_WITHDRAWN, to: 'withdrawn', zh: '取消' },
});
