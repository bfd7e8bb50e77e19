import { Injectable } from '@nestjs/common';
import { type Answer, appliedGuide, type Guide, ImplementationFacade } from '../../implementation/implementation.facade';
import type { Case } from './case.entity';
import { lighter } from './lighter.rules';
import { type SealedCase, Sealing } from './sealing.service';

type Of = Pick<Case, 'id' | 'guideVersionId' | 'variantCode' | 'sealed'>;

/** acceptance/A4: a case stays with the version it was submitted under, and with what applies of it after its answers. */
@Injectable()
export class FrozenGuides {
  constructor(
    private readonly guides: ImplementationFacade,
    private readonly sealing: Sealing,
  ) {}

  async of(kase: Omit<Of, 'variantCode'>): Promise<Guide> {
    const { guideVersionId } = kase;
    const offer = await this.guides.offerVersion(guideVersionId);
    if (!offer) throw new Error(`version ${guideVersionId} of an implementation list is gone`);
    return offer.guide.situations ? appliedGuide(offer.guide, this.answersOf(kase)) : offer.guide;
  }

  /** implementation/I9: with the shorter limits and fewer materials of what is in force now. */
  async lightened(kase: Of): Promise<Guide> {
    const kept = await this.of(kase);
    const offer = await this.guides.offer(kase.variantCode);
    if (!offer || offer.versionId === kase.guideVersionId) return kept;
    return lighter(kept, offer.guide, this.answersOf(kase));
  }

  private answersOf(kase: Pick<Case, 'id' | 'sealed'>): Answer[] {
    return this.sealing.open<SealedCase>('case', kase).answers ?? [];
  }
}
