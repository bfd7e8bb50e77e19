import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const arrangementStates = ['granted', 'revoked'] as const;
export type ArrangementState = (typeof arrangementStates)[number];
export type ArrangementAct = 'revoke';

export const arrangementLifecycle = lifecycle<ArrangementState, ArrangementAct>('directory.arrangement', {
  revoke: { from: ['granted'], to: 'revoked', zh: '收回下放' },
});
