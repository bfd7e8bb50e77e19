import { Injectable } from '@nestjs/common';
import { LicencesFacade } from '../../licences/licences.facade';
import { refuse } from '../catalog.errors';
import type { ItemElements } from '../elements.rules';
import { submissionFaults } from './submission.rules';

@Injectable()
export class SubmissionCheck {
  constructor(private readonly licences: LicencesFacade) {}

  /** Refuses by the first fault, naming all of them. */
  async mustPass(elements: ItemElements): Promise<void> {
    const type = elements.resultType === 'licence' && elements.resultCertificateType;
    const faults = submissionFaults(elements, type ? await this.licences.typeExists(type) : false);
    const [first] = faults;
    if (!first) return;
    const errors = faults.map(({ code, pointer, detail }) => ({ pointer, code: `catalog.${code}`, detail }));
    throw refuse(first.code, { errors });
  }
}
