import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type AuthorityState = 'active' | 'revoked' | 'lapsed';
export type AuthorityAct = 'revoke' | 'lapse';

export const authorityLifecycle = lifecycle<AuthorityState, AuthorityAct>('identity.authority', {
  revoke: { from: ['active'], to: 'revoked', zh: '撤销授权' },
  lapse: { from: ['active'], to: 'lapsed', zh: '期满终止' },
});
