import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type PartnerState = 'active' | 'deactivated';
export type PartnerAct = 'rotate' | 'deactivate';

export const partnerLifecycle = lifecycle<PartnerState, PartnerAct>('identity.partner', {
  rotate: { from: ['active'], to: 'active', zh: '更换密钥' },
  deactivate: { from: ['active'], to: 'deactivated', zh: '停用' },
});
