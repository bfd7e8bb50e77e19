import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../catalog.errors';
import { catalogPermissions } from '../catalog.permissions';
import { OWN_AREA } from '../codes-in-use.rules';
import { ItemVersions } from '../item/item-version.store';
import { mustCoverRegion } from '../region.rules';
import { CommitmentListing } from './commitment-listing.entity';
import type { ProposeCommitmentInput, RevokeCommitmentInput } from './commitment-listing.inputs';
import { CommitmentListings } from './commitment-listing.store';

/** catalog/C7: proposed with both assessments, published by somebody else, revoked with a reason. */
@Injectable()
export class CommitmentListingService {
  constructor(
    private readonly tx: Tx,
    private readonly listings: CommitmentListings,
    private readonly versions: ItemVersions,
  ) {}

  propose(by: Actor, input: ProposeCommitmentInput): Promise<CommitmentListing> {
    return this.tx.run(async () => {
      mustCoverRegion(by, catalogPermissions['commitment.propose']);
      const { basicCode } = input;
      const item = await this.versions.inForce(basicCode);
      if (!item) throw refuse('item-not-in-force', { values: { code: basicCode } });
      if (await this.listings.living(basicCode)) throw refuse('listed-already');
      const excludedFields = [...new Set(input.excludedFields)];
      const listing = CommitmentListing.proposed(by.id, { ...input, excludedFields, itemName: item.name }, OWN_AREA);
      await this.listings.save(by, listing);
      return listing;
    });
  }

  publish(by: Actor, id: string): Promise<CommitmentListing> {
    return this.tx.run(async () => {
      const listing = await this.listings.lookupFor(by, 'publish', id);
      listing.publish(by.id, this.tx.now);
      await this.listings.save(by, listing);
      return listing;
    });
  }

  revoke(by: Actor, id: string, { reason }: RevokeCommitmentInput): Promise<CommitmentListing> {
    return this.tx.run(async () => {
      const listing = await this.listings.lookupFor(by, 'revoke', id);
      listing.revoke(reason, this.tx.now);
      await this.listings.save(by, listing);
      return listing;
    });
  }
}
