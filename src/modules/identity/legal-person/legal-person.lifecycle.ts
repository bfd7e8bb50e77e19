import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type LegalPersonState = 'active' | 'closed';
export type LegalPersonAct = 'close';

export const legalPersonLifecycle = lifecycle<LegalPersonState, LegalPersonAct>('identity.legal-person', {
  close: { from: ['active'], to: 'closed', zh: '注销' },
});
