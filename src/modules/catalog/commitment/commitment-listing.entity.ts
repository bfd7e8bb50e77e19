import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Instant, Json, WordList, Words } from '../../../kernel/persistence/columns';
import { refuse } from '../catalog.errors';
import { commitmentListingLifecycle, type CommitmentListingState } from './commitment-listing.lifecycle';
import { EXCLUDED_FIELDS, type ExcludedField, mayBeListed } from './excluded-fields.rules';

/** Who assessed what, when, and in which document. */
export interface Assessment {
  assessor: string;
  assessedOn: string;
  document: string;
  conclusion: string;
}

export type Proposal = Pick<CommitmentListing, 'basicCode' | 'itemName' | 'excludedFields'> & {
  namedByLaw?: string;
  risk?: Assessment;
  correctionCost?: Assessment;
};

/** catalog/C7: an item that may be handled on notification and commitment (告知承诺制). */
@Entity({ schema: 'catalog', name: 'commitment_listing' })
export class CommitmentListing extends Aggregate<CommitmentListingState> {
  @Words() readonly basicCode: string;
  @Words() readonly itemName: string;
  @WordList() readonly areaPath: string[];
  /** The excluded fields that the item touches; whoever proposes says so, also that it touches none. */
  @WordList() readonly excludedFields: ExcludedField[];
  /** The law that names the item all the same. */
  @Words({ nullable: true }) readonly namedByLaw: string | null;
  @Json() readonly risk: Assessment;
  @Json() readonly correctionCost: Assessment;
  @WordList() readonly authors: string[];
  @Instant({ nullable: true }) publishedAt: string | null;
  @Instant({ nullable: true }) revokedAt: string | null;
  @Words({ nullable: true }) revocationReason: string | null;

  static proposed(by: string, { namedByLaw, risk, correctionCost, ...item }: Proposal, areaPath: string[]): CommitmentListing {
    const missing = Object.entries({ risk, correctionCost }).filter(([, assessment]) => !assessment);
    if (missing.length)
      throw refuse('assessment-missing', {
        errors: missing.map(([name]) => ({
          pointer: `/${name}`,
          code: 'missing',
          detail: 'who assessed it, when, in which document',
        })),
      });
    if (!mayBeListed(item.excludedFields, namedByLaw)) {
      const [fields, fieldsZh] = [
        item.excludedFields.join(', '),
        item.excludedFields.map((field) => EXCLUDED_FIELDS[field]).join('、'),
      ];
      throw refuse('excluded-from-commitment', { values: { fields, fieldsZh } });
    }
    const nothing = { publishedAt: null, revokedAt: null, revocationReason: null };
    const facts = { ...item, namedByLaw: namedByLaw ?? null, risk, correctionCost, areaPath, authors: [by], ...nothing };
    const listing = Object.assign(new CommitmentListing(), { ...facts, state: 'proposed' as const });
    listing.mark('propose', { basicCode: item.basicCode });
    return listing;
  }

  publish(by: string, now: string): void {
    if (this.authors.includes(by)) throw refuse('own-listing');
    this.move(commitmentListingLifecycle, 'publish');
    this.publishedAt = now;
  }

  revoke(reason: string, now: string): void {
    this.move(commitmentListingLifecycle, 'revoke', { reason });
    Object.assign(this, { revokedAt: now, revocationReason: reason });
  }
}
