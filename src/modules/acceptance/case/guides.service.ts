import { Injectable } from '@nestjs/common';
import { type Answer, appliedGuide, type Guide, ImplementationFacade } from '../../implementation/implementation.facade';
import type { Case } from './case.entity';
import { fitting, lighter } from './lighter.rules';
import { type SealedCase, Sealing } from './sealing.service';

type Of = Pick<Case, 'id' | 'guideVersionId' | 'variantCode' | 'sealed'>;

/** acceptance/A4: a case stays with the version it was submitted under, and with what applies of it after its answers. */
@Injectable()
export class FrozenGuides {
  constructor(
    private readonly guides: ImplementationFacade,
    private readonly sealing: Sealing,
  ) {}

  of(kase: Omit<Of, 'variantCode'>): Promise<Guide> {
    return this.under(kase, kase.guideVersionId);
  }

  /** Of its answers those count that are answers to this version as well. */
  async under(kase: Pick<Of, 'id' | 'sealed'>, versionId: string): Promise<Guide> {
    const offer = await this.guides.offerVersion(versionId);
    if (!offer) throw new Error(`version ${versionId} of an implementation list is gone`);
    const { guide } = offer;
    return guide.situations ? appliedGuide(guide, fitting(guide, this.answersOf(kase))) : guide;
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
