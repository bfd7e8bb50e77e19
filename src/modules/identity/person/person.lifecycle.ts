import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type PersonState = 'active' | 'closed';
export type PersonAct = 'change' | 'meet' | 'close';

export const personLifecycle = lifecycle<PersonState, PersonAct>('identity.person', {
  change: { from: ['active'], to: 'active', zh: '变更' },
  meet: { from: ['active'], to: 'unchanged', zh: '到场核验' },
  close: { from: ['active'], to: 'closed', zh: '注销' },
});
