import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import type { Case } from '../case/case.entity';
import { Cases } from '../case/case.store';
import { Delegates } from '../decision/delegates.service';
import { DecisionService } from '../decision/decision.service';
import { AcceptanceService } from '../intake/acceptance.service';
import type { Commitment } from './commitment.entity';
import { Commitments } from './commitment.store';

interface Granting {
  certificateFields?: Record<string, unknown>;
  /** acceptance/A25: where the acceptance is entered at a window. */
  windowId?: string;
}

/** 当场决定；改按一般程序 */
@Injectable()
export class CommitmentDesk {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly commitments: Commitments,
    private readonly delegates: Delegates,
    private readonly acceptances: AcceptanceService,
    private readonly decisions: DecisionService,
  ) {}

  /** acceptance/A10: accepted and granted in one act, by an officer or a clerk with a delegation; the check afterwards begins. */
  grant(by: Actor, id: string, { certificateFields, windowId }: Granting, expected?: number): Promise<Case> {
    return this.tx.run(async () => {
      const { acting } = await this.delegates.deciding(by, id);
      await this.commitments.lookupFor(acting, 'grant', id);
      const waits = (await this.cases.see(acting, id)).state === 'submitted';
      if (waits) await this.acceptances.accept(by, id, { windowId }, expected);
      return this.decisions.decide(by, id, { certificateFields, granted: true }, waits ? undefined : expected);
    });
  }

  /** acceptance/A10: until the decision the applicant may choose the ordinary way. Number, receipt and clocks stay as they are. */
  withdraw(by: Actor, id: string, expected?: number): Promise<Commitment> {
    return this.tx.run(async () => {
      const { acting } = await this.cases.received(by, id);
      await this.cases.forClock(id);
      const commitment = await this.commitments.lookupFor(acting, 'withdraw', id, expected);
      commitment.withdraw();
      await this.commitments.save(by, commitment);
      return commitment;
    });
  }
}
