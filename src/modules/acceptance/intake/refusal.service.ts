import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Tx } from '../../../kernel/persistence/tx';
import type { Guide } from '../../implementation/implementation.facade';
import { refuse } from '../acceptance.errors';
import type { RefusalKind } from '../acceptance.events';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { Promises } from '../decision/promises.service';
import type { DocumentKind } from '../document/document.rules';
import { Documents } from '../document/document.service';

export interface Refused {
  kind: RefusalKind;
  reasons?: string[];
  whereToGo?: string;
}

const DOCUMENT: Record<RefusalKind, DocumentKind> = {
  'not-needed': 'not-needed',
  'not-competent': 'not-competent',
  refused: 'refusal',
};

/** 不受理、不予受理 */
@Injectable()
export class RefusalService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly documents: Documents,
    private readonly promises: Promises,
  ) {}

  refuse(by: Actor, id: string, { kind, reasons = [], whereToGo }: Refused, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, kind === 'refused' ? 'refuse' : 'turn-away', id, expected);
      // acceptance/A7
      if (!reasons.length) throw refuse('reasons-missing');
      if (kind === 'not-competent' && !whereToGo) throw refuse('where-to-go-missing');
      const guide = await this.guides.of(kase);
      const late = kind !== 'refused' && (await this.isLate(kase, guide));
      if (kase.intakeLimitId) await this.clocks.meet(by, id);
      const content = { reasons, ...(whereToGo && { whereToGo }), remedies: guide.remedies, late };
      const document = await this.documents.draw(kase, guide, DOCUMENT[kind], content);
      kase.refuse(by, this.tx.now, { kind, late, document });
      await this.cases.save(by, kase);
      await this.promises.ended(by, kase);
      return kase;
    });
  }

  /**
   * acceptance/A6: 即时 is the working day of receipt. Later the applicant is told all the same, and document and history say that it
   * was late: to refuse the telling would only keep them waiting longer.
   */
  private async isLate({ receivedAt }: Case, guide: Guide): Promise<boolean> {
    return shanghaiDay(this.tx.now) > (await this.clocks.workingDayOf(receivedAt!, guide));
  }
}
