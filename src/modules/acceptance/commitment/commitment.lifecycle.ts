import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

// acceptance/A10: chosen with the application; granted upon it; checked afterwards; where it was false, heard first and then decided.
export const commitmentStates = [
  ...(['made', 'withdrawn', 'lapsed', 'checking', 'kept', 'doubted', 'rectifying'] as const),
  ...(['upheld', 'rectified', 'annulled'] as const),
] as const;
export type CommitmentState = (typeof commitmentStates)[number];

export type CommitmentAct =
  | 'withdraw'
  | 'lapse'
  | 'grant'
  | 'keep'
  | 'doubt'
  | 'defend'
  | 'order-rectification'
  | 'rectify'
  | 'uphold'
  | 'find-rectified'
  | 'annul';

export const commitmentLifecycle = lifecycle<CommitmentState, CommitmentAct>('acceptance.commitment', {
  withdraw: { from: ['made'], to: 'withdrawn', zh: '改按一般程序办理' },
  // The case ended without a grant.
  lapse: { from: ['made'], to: 'lapsed', zh: '失效' },
  grant: { from: ['made'], to: 'checking', zh: '准予并开始核查' },
  keep: { from: ['checking'], to: 'kept', zh: '核查属实' },
  doubt: { from: ['checking'], to: 'doubted', zh: '发现承诺不实' },
  defend: { from: ['doubted'], to: 'unchanged', zh: '陈述申辩' },
  'order-rectification': { from: ['doubted'], to: 'rectifying', zh: '责令限期整改' },
  rectify: { from: ['rectifying'], to: 'unchanged', zh: '报告整改' },
  uphold: { from: ['doubted', 'rectifying'], to: 'upheld', zh: '维持' },
  'find-rectified': { from: ['rectifying'], to: 'rectified', zh: '确认已整改' },
  annul: { from: ['doubted', 'rectifying'], to: 'annulled', zh: '撤销' },
});
