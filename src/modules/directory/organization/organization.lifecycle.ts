import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const organizationStates = ['active', 'closed'] as const;
export type OrganizationState = (typeof organizationStates)[number];
export type OrganizationAct = 'change' | 'close';

export const organizationLifecycle = lifecycle<OrganizationState, OrganizationAct>('directory.organization', {
  change: { from: ['active'], to: 'active', zh: '变更' },
  close: { from: ['active'], to: 'closed', zh: '撤销' },
});
