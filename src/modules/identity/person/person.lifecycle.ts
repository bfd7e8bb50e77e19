import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type PersonState = 'active' | 'closed';
export type PersonAct = 'change' | 'close';

export const personLifecycle = lifecycle<PersonState, PersonAct>('identity.person', {
  change: { from: ['active'], to: 'active', zh: '变更' },
  close: { from: ['active'], to: 'closed', zh: '注销' },
});
