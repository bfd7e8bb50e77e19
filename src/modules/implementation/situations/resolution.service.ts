import { Injectable } from '@nestjs/common';
import { context } from '../../../kernel/http/context';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { GuideShelf } from '../guide/guide-shelf.service';
import type { Offer } from '../guide.rules';
import { refuse } from '../implementation.errors';
import { answerFaults } from './answers.rules';
import type { ResolutionInput } from './resolution.inputs';
import { resolve } from './resolution.rules';

/** implementation/I6: "what do I need?" */
@Injectable()
export class ResolutionService {
  constructor(private readonly shelf: GuideShelf) {}

  async resolve(code: string, { answers, ...which }: ResolutionInput): Promise<ReturnType<typeof resolve>> {
    const offer = await this.offer(code, which);
    const errors = answerFaults(offer.guide.situations, answers);
    if (errors.length) throw refuse('answers-unsound', { errors });
    return resolve(offer, answers, context().language);
  }

  private async offer(code: string, { asOf, versionId }: Omit<ResolutionInput, 'answers'>): Promise<Offer> {
    const found = versionId ? await this.shelf.version(versionId) : await this.shelf.guide(code, asOf);
    if (versionId && asOf) {
      throw refuseKernel('invalid', {
        errors: [{ pointer: '/asOf', code: 'unexpected', detail: 'no instant where a version is named' }],
      });
    }
    if (!found) throw refuseKernel('not-found');
    const { offer } = found;
    if (offer.code === code || offer.variantCode === code) return offer;
    throw refuse('version-of-another-guide', {
      errors: [{ pointer: '/versionId', code: 'another-guide', detail: `a version of ${code}` }],
    });
  }
}
