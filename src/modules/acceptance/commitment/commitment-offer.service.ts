import { Injectable } from '@nestjs/common';
import { StandingFacade } from '../../catalog/standing.facade';
import type { Offer } from '../../implementation/implementation.facade';
import { refuse } from './commitment.errors';
import { type CommitmentTerms, termsOf } from './commitment.rules';

/** What an applicant names who chooses handling on commitment. */
export interface ChosenCommitment {
  textVersion: string;
}

@Injectable()
export class CommitmentOffers {
  constructor(private readonly standing: StandingFacade) {}

  /** acceptance/A10: only where the guide allows it, and as long as the catalogue lists the item (catalog/C7). */
  async termsOf(offer: Offer): Promise<CommitmentTerms | undefined> {
    const terms = termsOf(offer);
    const { basicCode } = offer.guide;
    return terms && (await this.standing.listedForCommitment([basicCode])).has(basicCode) ? terms : undefined;
  }

  /** Whoever chooses it agrees to the text of today; whoever does not loses nothing. */
  async mustBeOffered(offer: Offer, chosen: ChosenCommitment | undefined): Promise<void> {
    if (!chosen) return;
    const terms = await this.termsOf(offer);
    if (!terms) throw refuse('commitment-not-offered');
    if (chosen.textVersion === terms.textVersion) return;
    const errors = [{ pointer: '/commitment/textVersion', code: 'stale', detail: terms.textVersion }];
    throw refuse('commitment-text-changed', { values: { version: terms.textVersion }, errors });
  }
}
