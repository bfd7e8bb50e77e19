import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const delegationStates = ['granted', 'revoked'] as const;
export type DelegationState = (typeof delegationStates)[number];
export type DelegationAct = 'revoke';

export const delegationLifecycle = lifecycle<DelegationState, DelegationAct>('directory.delegation', {
  revoke: { from: ['granted'], to: 'revoked', zh: '撤回授权' },
});
