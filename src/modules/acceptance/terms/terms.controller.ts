import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { refuse } from '../../../kernel/http/kernel.errors';
import { PathCode } from '../../../kernel/http/path';
import { ImplementationFacade } from '../../implementation/implementation.facade';
import { CommitmentOffers } from '../commitment/commitment-offer.service';
import { DEFERRAL_TEXT, deferralOf, digestOf } from '../deferral/deferral.rules';
import { OFFER_CODE } from '../intake/intake.inputs';
import { CommitmentTermsView } from './terms.views';

/** acceptance/A9, A10: the text that is promised is shown before anybody promises. */
@ApiTags('acceptance')
@Controller('v1/guides/:code/commitments')
export class TermsController {
  constructor(
    private readonly guides: ImplementationFacade,
    private readonly commitments: CommitmentOffers,
  ) {}

  @Get()
  @Door({
    ...{ to: open, en: 'What one may commit to under a guide', zh: '可作出的承诺', answers: CommitmentTermsView },
    more: 'Whoever hands in a promise names the version of its text.',
    at: { code: '1165402199X800225M400201410500101' },
  })
  async readCommitmentTerms(@PathCode('code', OFFER_CODE, 33) code: string): Promise<CommitmentTermsView> {
    const offer = await this.guides.offer(code);
    if (!offer) throw refuse('not-found');
    const materials = offer.guide.materials
      .filter(({ necessity }) => necessity === 'deferrable')
      .map(({ mayFollowDecision = false, ...material }) => {
        const { days, unit, source } = deferralOf(material);
        return { code: material.code, name: material.name, days, unit, source, mayFollowDecision };
      });
    const { text, version: textVersion } = DEFERRAL_TEXT;
    const handling = await this.commitments.termsOf(offer);
    return {
      ...(materials.length && { deferral: { textVersion, text, textDigest: digestOf(DEFERRAL_TEXT), materials } }),
      ...(handling && { handling }),
    };
  }
}
