import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const providerStates = ['active', 'closed'] as const;
export type ProviderState = (typeof providerStates)[number];
export type ProviderAct = 'change' | 'close';

export const providerLifecycle = lifecycle<ProviderState, ProviderAct>('directory.provider', {
  change: { from: ['active'], to: 'unchanged', zh: '变更' },
  close: { from: ['active'], to: 'closed', zh: '注销' },
});
