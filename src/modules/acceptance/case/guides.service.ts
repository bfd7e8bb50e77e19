import { Injectable } from '@nestjs/common';
import { type Guide, ImplementationFacade } from '../../implementation/implementation.facade';
import type { Case } from './case.entity';

/** acceptance/A4: a case stays with the version it was submitted under. */
@Injectable()
export class FrozenGuides {
  constructor(private readonly guides: ImplementationFacade) {}

  async of({ guideVersionId }: Pick<Case, 'guideVersionId'>): Promise<Guide> {
    const offer = await this.guides.offerVersion(guideVersionId);
    if (!offer) throw new Error(`version ${guideVersionId} of an implementation list is gone`);
    return offer.guide;
  }
}
