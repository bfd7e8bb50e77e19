import { Injectable } from '@nestjs/common';
import { shanghaiDay } from '../../../kernel/clock/day';
import { digest } from '../../../kernel/history/history';
import { Numbering } from '../../../kernel/numbering/numbering';
import { Tx } from '../../../kernel/persistence/tx';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { Guide } from '../../implementation/implementation.facade';
import type { Case } from '../case/case.entity';
import { type SealedCase, Sealing } from '../case/sealing.service';
import { CaseDocument } from './document.entity';
import { type DocumentKind, documentNumber } from './document.rules';

@Injectable()
export class Documents {
  constructor(
    private readonly tx: Tx,
    private readonly numbering: Numbering,
    private readonly sealing: Sealing,
  ) {}

  /** acceptance/A28: the document an act owes, numbered per organization, year and kind in the act's own transaction. */
  async draw(kase: Case, guide: Guide, kind: DocumentKind, content: Record<string, unknown> = {}): Promise<CaseDocument> {
    const { now } = this.tx;
    const issuedOn = shanghaiDay(now);
    const year = issuedOn.slice(0, 4);
    const serial = await this.numbering.take(`acceptance.document:${kase.organizationId}:${year}:${kind}`);
    const id = uuidv7();
    const number = documentNumber(kind, year, serial);
    const whole = {
      ...{ number, kind, issuedOn, caseNumber: kase.caseNumber },
      organization: { uscc: guide.organization.uscc, name: guide.organization.name },
      item: { code: kase.code, name: guide.name },
      applicant: this.sealing.open<SealedCase>('case', kase).applicant!.name,
      ...content,
    };
    return Object.assign(new CaseDocument(), {
      ...{ id, caseId: kase.id, organizationId: kase.organizationId, kind, number, issuedOn, issuedAt: now },
      ...{ sealed: this.sealing.seal('document', id, whole), digest: digest(whole) },
    });
  }
}
