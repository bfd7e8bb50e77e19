import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type InvitationState = 'open' | 'used' | 'spent';
export type InvitationAct = 'rate' | 'supplement';

// R2: good for one rating and for one supplement to it.
export const invitationLifecycle = lifecycle<InvitationState, InvitationAct>('ratings.invitation', {
  rate: { from: ['open'], to: 'used', zh: '评价' },
  supplement: { from: ['used'], to: 'spent', zh: '追评' },
});
