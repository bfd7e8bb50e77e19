import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

// acceptance/A2. `not-needed` holds both tellings of art. 32 (1) and (2): not needed, not competent.
export const caseStates = [
  'draft',
  'submitted',
  'awaiting-supplement',
  'accepted',
  'in-review',
  'suspended',
  'decided',
  'completed',
  'not-needed',
  'refused',
  'withdrawn',
  'discarded',
  'terminated',
] as const;
export type CaseState = (typeof caseStates)[number];

/** As long as it is not over. */
export const unended = [
  ...(['draft', 'submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended', 'decided'] as const),
] satisfies CaseState[];

export type CaseAct =
  | 'edit'
  | 'submit'
  | 'assign'
  | 'correct'
  | 'request-supplement'
  | 'supplement'
  | 'accept'
  | 'turn-away'
  | 'refuse'
  | 'opine'
  | 'begin-procedure'
  | 'suspend'
  | 'end-procedure'
  | 'extend'
  | 'decide'
  | 'change-law'
  | 'supply-by-order'
  | 'deliver'
  | 'withdraw'
  | 'discard'
  | 'terminate'
  | 'name-helper'
  | 'end-help'
  | 'report';

export const caseLifecycle = lifecycle<CaseState, CaseAct>('acceptance.case', {
  edit: { from: ['draft'], to: 'unchanged', zh: '修改草稿' },
  submit: { from: ['draft'], to: 'submitted', zh: '提交' },
  assign: {
    from: ['submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended', 'decided'],
    to: 'unchanged',
    zh: '领办',
  },
  correct: { from: ['submitted'], to: 'unchanged', zh: '当场更正' },
  'request-supplement': { from: ['submitted'], to: 'awaiting-supplement', zh: '一次性告知补正' },
  supplement: { from: ['awaiting-supplement'], to: 'submitted', zh: '补正' },
  accept: { from: ['submitted'], to: 'accepted', zh: '受理' },
  'turn-away': { from: ['submitted'], to: 'not-needed', zh: '不受理' },
  refuse: { from: ['submitted'], to: 'refused', zh: '不予受理' },
  opine: { from: ['accepted', 'in-review'], to: 'in-review', zh: '审查意见' },
  'begin-procedure': { from: ['accepted', 'in-review'], to: 'in-review', zh: '特别程序开始（不停钟）' },
  suspend: { from: ['accepted', 'in-review'], to: 'suspended', zh: '特别程序开始（停钟）' },
  'end-procedure': { from: ['suspended', 'in-review'], to: 'in-review', zh: '特别程序结束' },
  extend: { from: ['accepted', 'in-review', 'suspended'], to: 'unchanged', zh: '延长办理期限' },
  decide: { from: ['accepted', 'in-review'], to: 'decided', zh: '决定' },
  // implementation/I9: by an order, and in answer to it.
  'change-law': {
    from: ['submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended'],
    to: 'unchanged',
    zh: '适用新法',
  },
  'supply-by-order': { from: ['submitted', 'accepted', 'in-review', 'suspended'], to: 'unchanged', zh: '按新法补充材料' },
  deliver: { from: ['decided'], to: 'completed', zh: '送达' },
  withdraw: {
    from: ['submitted', 'awaiting-supplement', 'accepted', 'in-review', 'suspended'],
    to: 'withdrawn',
    zh: '撤件',
  },
  // Never submitted: nothing is left of it but that it was.
  discard: { from: ['draft'], to: 'discarded', zh: '放弃草稿' },
  'name-helper': { from: unended, to: 'unchanged', zh: '委托帮办代办' },
  'end-help': { from: unended, to: 'unchanged', zh: '结束帮办代办' },
  terminate: { from: ['awaiting-supplement', 'accepted', 'in-review', 'suspended'], to: 'terminated', zh: '终止' },
  // acceptance/A22: the state is what the records of the system that runs it come to.
  report: {
    from: ['accepted', 'in-review', 'suspended', 'completed', 'withdrawn'],
    to: 'unchanged',
    zh: '业务系统报送',
  },
});
