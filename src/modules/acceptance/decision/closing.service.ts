import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../acceptance.errors';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { FrozenGuides } from '../case/guides.service';
import { Documents } from '../document/document.service';
import type { WithdrawalReason } from './decision.rules';
import { Promises } from './promises.service';

/** 撤件、终止: an end without a decision. */
@Injectable()
export class ClosingService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly guides: FrozenGuides,
    private readonly clocks: Clocks,
    private readonly documents: Documents,
    private readonly promises: Promises,
  ) {}

  withdraw(by: Actor, id: string, reason: WithdrawalReason, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'withdraw', id, expected);
      await this.clocks.cancel(by, id);
      kase.withdraw(reason);
      await this.cases.save(by, kase);
      await this.promises.ended(by, kase);
      return kase;
    });
  }

  /** By the organ, with reasons, basis and remedies: it can be appealed. */
  terminate(
    by: Actor,
    id: string,
    { reasons = [], basis }: { reasons?: string[]; basis: string },
    expected?: number,
  ): Promise<Case> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'terminate', id, expected);
      // acceptance/A7
      if (!reasons.length) throw refuse('reasons-missing');
      const guide = await this.guides.of(kase);
      await this.clocks.cancel(by, id);
      const document = await this.documents.draw(kase, guide, 'termination', { reasons, basis, remedies: guide.remedies });
      kase.terminate(by, this.tx.now, document);
      await this.cases.save(by, kase);
      await this.promises.ended(by, kase);
      return kase;
    });
  }
}
