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

interface Drawn {
  kase: Case;
  guide: Guide;
  content: Record<string, unknown>;
}

@Injectable()
export class Documents {
  constructor(
    private readonly tx: Tx,
    private readonly numbering: Numbering,
    private readonly sealing: Sealing,
  ) {}

  /** acceptance/A28: the document an act owes, numbered per organization, year and kind in the act's own transaction. */
  async draw(kase: Case, guide: Guide, kind: DocumentKind, content: Record<string, unknown> = {}): Promise<CaseDocument> {
    return (await this.drawAll(kind, [{ kase, guide, content }]))[0]!;
  }

  /** Many of one kind, in the order given: one look for numbers at each organization. */
  async drawAll(kind: DocumentKind, drawn: Drawn[]): Promise<CaseDocument[]> {
    const issuedOn = shanghaiDay(this.tx.now);
    const next = new Map<string, number>();
    // In one order, so that no two wait for each other.
    for (const organization of [...new Set(drawn.map(({ kase }) => kase.organizationId))].sort()) {
      const count = drawn.filter(({ kase }) => kase.organizationId === organization).length;
      const key = `acceptance.document:${organization}:${issuedOn.slice(0, 4)}:${kind}`;
      next.set(organization, (await this.numbering.take(key, count)) - count + 1);
    }
    return drawn.map((one) => {
      const serial = next.get(one.kase.organizationId)!;
      next.set(one.kase.organizationId, serial + 1);
      return this.write(kind, one, issuedOn, serial);
    });
  }

  private write(kind: DocumentKind, { kase, guide, content }: Drawn, issuedOn: string, serial: number): CaseDocument {
    const id = uuidv7();
    const number = documentNumber(kind, issuedOn.slice(0, 4), serial);
    const whole = {
      ...{ number, kind, issuedOn, caseNumber: kase.caseNumber },
      organization: { uscc: guide.organization.uscc, name: guide.organization.name },
      item: { code: kase.code, name: guide.name },
      applicant: this.sealing.open<SealedCase>('case', kase).applicant!.name,
      ...content,
    };
    return Object.assign(new CaseDocument(), {
      ...{ id, caseId: kase.id, organizationId: kase.organizationId, kind, number, issuedOn, issuedAt: this.tx.now },
      ...{ sealed: this.sealing.seal('document', id, whole), digest: digest(whole) },
    });
  }
}
