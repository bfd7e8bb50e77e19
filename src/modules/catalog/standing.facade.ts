import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { AdoptManyInput } from './adoption/adoption.inputs';
import { AdoptionService } from './adoption/adoption.service';
import { Adoptions } from './adoption/adoption.store';
import type { AdoptedCode } from './adoption/adoption.views';
import type { ProposeCommitmentInput } from './commitment/commitment-listing.inputs';
import { CommitmentListingService } from './commitment/commitment-listing.service';
import { CommitmentListings } from './commitment/commitment-listing.store';
import { Agreement } from './outside-list/agreement.service';
import type { ImportOutsideListInput } from './outside-list/outside-list.inputs';
import { OutsideListService } from './outside-list/outside-list.service';
import type { DraftSplittingStandardInput } from './splitting-standard/splitting-standard.inputs';
import type { StandardInForce } from './splitting-standard/splitting-standard.rules';
import { SplittingStandardService } from './splitting-standard/splitting-standard.service';
import { SplittingStandards } from './splitting-standard/splitting-standard.store';

export { adoptingDivision } from './adoption/adoption.rules';
export { earliestDay } from './item/effective-days.rules';
export { firstDocument as demoOutsideDocument } from './outside-list/outside-list.examples';
export { proposal as demoProposal } from './commitment/commitment-listing.examples';
export { editedStandard as demoStandard } from './splitting-standard/splitting-standard.examples';
export type { StandardInForce } from './splitting-standard/splitting-standard.rules';

type StandardState = 'draft' | 'piloting' | 'piloted' | 'countersigned' | 'published';

/** What binds the lists over an item besides its elements: adoption, outside lists, commitment, splitting standards. */
@Injectable()
export class StandingFacade {
  constructor(
    private readonly commitments: CommitmentListingService,
    private readonly listings: CommitmentListings,
    private readonly outsideLists: OutsideListService,
    private readonly agreement: Agreement,
    private readonly standards: SplittingStandards,
    private readonly standardService: SplittingStandardService,
    private readonly adoptions: Adoptions,
    private readonly adoptionService: AdoptionService,
  ) {}

  /** catalog/C5: of each item the divisions that have adopted it, all or of those named. */
  adoptedBy(basicCodes: string[], divisions?: string[]): Promise<Map<string, Set<string>>> {
    return this.adoptions.adopted(basicCodes, divisions);
  }

  /** catalog/C5: many items at once; answers what became of each. */
  adopt(by: Actor, input: AdoptManyInput): Promise<AdoptedCode[]> {
    return this.adoptionService.adoptMany(by, input);
  }

  /** catalog/C7: of which of these items guides may offer the handling on commitment. */
  listedForCommitment(basicCodes: string[]): Promise<Set<string>> {
    return this.listings.published(basicCodes);
  }

  /** catalog/C7: proposed by one, published by another unless it is to stay a proposal. */
  async listForCommitment(hands: { editor: Actor; publisher?: Actor }, proposal: ProposeCommitmentInput): Promise<void> {
    const { id } = await this.commitments.propose(hands.editor, proposal);
    if (hands.publisher) await this.commitments.publish(hands.publisher, id);
  }

  /** catalog/C8: a document of a list that is kept elsewhere. */
  async importOutsideList(by: Actor, document: ImportOutsideListInput): Promise<void> {
    await this.outsideLists.import(by, document);
  }

  /** catalog/C8: refuses while these items and the outside lists differ without a resolution. */
  mustAgreeWithOutsideLists(basicCodes: string[]): Promise<void> {
    return this.agreement.mustHold(basicCodes);
  }

  /** catalog/C10: the standards that lists over these items cite today. */
  splittingStandards(basicCodes: string[]): Promise<Map<string, StandardInForce>> {
    return this.standards.inForce(basicCodes);
  }

  /** catalog/C10: a standard, as far as told: every place finds it workable, every counterpart signs. */
  async bringStandardTo(
    state: StandardState,
    { drafter, reporter, signer, publisher }: Record<'drafter' | 'reporter' | 'signer' | 'publisher', Actor>,
    { places, ...standard }: DraftSplittingStandardInput & { places: string[] },
  ): Promise<void> {
    const { id } = await this.standardService.draft(drafter, standard);
    if (state === 'draft') return;
    await this.standardService.openPilot(drafter, id, { places });
    if (state === 'piloting') return;
    for (const place of places)
      await this.standardService.report(reporter, id, { place, outcome: 'workable', findings: '可以按此办理。' });
    if (state === 'piloted') return;
    for (const organizationId of standard.counterparts)
      await this.standardService.countersign(signer, id, { organizationId, answer: 'yes' });
    if (state === 'published') await this.standardService.publish(publisher, id, {});
  }
}
