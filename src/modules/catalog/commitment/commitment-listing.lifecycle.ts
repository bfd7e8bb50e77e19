import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type CommitmentListingState = 'proposed' | 'published' | 'revoked';
export type CommitmentListingAct = 'publish' | 'revoke';

// A proposal that is not followed is revoked as well.
export const commitmentListingLifecycle = lifecycle<CommitmentListingState, CommitmentListingAct>('catalog.commitment-listing', {
  publish: { from: ['proposed'], to: 'published', zh: '公布' },
  revoke: { from: ['proposed', 'published'], to: 'revoked', zh: '撤销列入' },
});
