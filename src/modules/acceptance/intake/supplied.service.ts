import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import type { Guide } from '../../implementation/implementation.facade';
import type { Case } from '../case/case.entity';
import { type SealedCase, Sealing } from '../case/sealing.service';
import type { Material } from '../material/material.entity';
import type { MaterialInput } from '../material/material.inputs';
import { MaterialService } from '../material/material.service';
import { FormCheck } from './form-check.service';

export interface Supplied {
  form?: Record<string, unknown>;
  materials?: MaterialInput[];
}

/** What comes later than the submission, checked against the version the case stays with, and sealed. */
@Injectable()
export class SuppliedService {
  constructor(
    private readonly materials: MaterialService,
    private readonly forms: FormCheck,
    private readonly sealing: Sealing,
  ) {}

  async take(
    by: Actor,
    kase: Case,
    guide: Guide,
    { form, materials = [] }: Supplied,
  ): Promise<{ sealed?: string; handed: Material[] }> {
    if (form) this.forms.mustFit({ versionId: kase.guideVersionId, guide }, form);
    const kept = this.sealing.open<SealedCase>('case', kase);
    const sealed = form && this.sealing.seal('case', kase.id, { ...kept, form });
    const { id: caseId, applicantId, journeyRef } = kase;
    const of = { by, caseId, applicantId, journeyRef, guide, seq: kase.version + 1 };
    return { sealed, handed: await this.materials.take(of, materials) };
  }
}
