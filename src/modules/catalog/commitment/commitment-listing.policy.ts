import { anyOf, policy, type Rule, within } from '../../../kernel/authz/policy';
import { catalogPermissions } from '../catalog.permissions';
import type { CommitmentListing } from './commitment-listing.entity';
import type { CommitmentListingAct } from './commitment-listing.lifecycle';

const area = { area: 'areaPath' } as const;
const publishers = within<CommitmentListing>(catalogPermissions['commitment.publish'], area);

const publishedOnce: Rule<CommitmentListing> = {
  test: ({ publishedAt }) => publishedAt !== null,
  where: () => 't.published_at is not null',
};

export const commitmentListingPolicy = policy<CommitmentListing, CommitmentListingAct>({
  see: anyOf(publishedOnce, within<CommitmentListing>(catalogPermissions['commitment.work'], area)),
  may: { publish: publishers, revoke: publishers },
});
