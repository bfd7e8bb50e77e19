import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type AuthorityState = 'active' | 'revoked';
export type AuthorityAct = 'revoke';

export const authorityLifecycle = lifecycle<AuthorityState, AuthorityAct>('identity.authority', {
  revoke: { from: ['active'], to: 'revoked', zh: '撤销授权' },
});
