import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

// acceptance/A9. Late is better than never: what is overdue is taken as long as the case runs.
export const deferralStates = ['promised', 'extended', 'overdue', 'supplied', 'lapsed'] as const;
export type DeferralState = (typeof deferralStates)[number];
export type DeferralAct = 'ask' | 'extend' | 'run-out' | 'supply' | 'lapse';

const OPEN: DeferralState[] = ['promised', 'extended', 'overdue'];

export const deferralLifecycle = lifecycle<DeferralState, DeferralAct>('acceptance.deferral', {
  ask: { from: ['promised'], to: 'unchanged', zh: '申请延长补交期限' },
  extend: { from: ['promised'], to: 'extended', zh: '延长补交期限' },
  'run-out': { from: ['promised', 'extended'], to: 'overdue', zh: '逾期' },
  supply: { from: OPEN, to: 'supplied', zh: '补交' },
  // The case ended without it.
  lapse: { from: OPEN, to: 'lapsed', zh: '失效' },
});
