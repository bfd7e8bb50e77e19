import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const orderStates = ['draft', 'issued', 'in-effect', 'carried-out', 'withdrawn'] as const;
export type OrderState = (typeof orderStates)[number];
export type OrderAct = 'edit' | 'issue' | 'withdraw' | 'take-effect' | 'move-cases' | 'carry-out';

// implementation/I9. From its day on it is carried out, and nobody takes it back.
export const orderLifecycle = lifecycle<OrderState, OrderAct>('acceptance.change-of-law-order', {
  edit: { from: ['draft'], to: 'unchanged', zh: '修改' },
  issue: { from: ['draft'], to: 'issued', zh: '签发' },
  withdraw: { from: ['draft', 'issued'], to: 'withdrawn', zh: '撤回' },
  'take-effect': { from: ['issued'], to: 'in-effect', zh: '生效' },
  'move-cases': { from: ['in-effect'], to: 'unchanged', zh: '调整在办件适用版本' },
  'carry-out': { from: ['in-effect'], to: 'carried-out', zh: '执行完毕' },
});
