import { Injectable } from '@nestjs/common';
import { appliedGuide, type Guide, ImplementationFacade } from '../../implementation/implementation.facade';
import type { Case } from './case.entity';
import { type SealedCase, Sealing } from './sealing.service';

/** acceptance/A4: a case stays with the version it was submitted under, and with what applies of it after its answers. */
@Injectable()
export class FrozenGuides {
  constructor(
    private readonly guides: ImplementationFacade,
    private readonly sealing: Sealing,
  ) {}

  async of(kase: Pick<Case, 'id' | 'guideVersionId' | 'sealed'>): Promise<Guide> {
    const { guideVersionId } = kase;
    const offer = await this.guides.offerVersion(guideVersionId);
    if (!offer) throw new Error(`version ${guideVersionId} of an implementation list is gone`);
    return offer.guide.situations ? appliedGuide(offer.guide, this.answersOf(kase)) : offer.guide;
  }

  private answersOf(kase: Pick<Case, 'id' | 'sealed'>) {
    return this.sealing.open<SealedCase>('case', kase).answers ?? [];
  }
}
