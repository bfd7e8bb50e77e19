import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../acceptance.errors';
import { casePolicy } from '../case/case.policy';
import { type Decided, DecisionService } from '../decision/decision.service';
import { type Delivered, DeliveryService } from '../decision/delivery.service';
import { AcceptanceService } from './acceptance.service';
import type { NewCase } from './draft.service';
import { SubmissionService, type Submitted } from './submission.service';

export interface HandledAtOnce extends NewCase {
  decision: Decided;
  delivery: Delivered;
  /** acceptance/A25 */
  windowId?: string;
}

/** acceptance/A18: 即办件 are opened, accepted, decided and delivered in one call, each act with its history line and document. */
@Injectable()
export class OnTheSpotService {
  constructor(
    private readonly tx: Tx,
    private readonly submissions: SubmissionService,
    private readonly acceptances: AcceptanceService,
    private readonly decisions: DecisionService,
    private readonly deliveries: DeliveryService,
  ) {}

  handle(by: Actor, { windowId, ...input }: HandledAtOnce): Promise<Submitted> {
    return this.tx.run(async () => {
      const submitted = await this.submissions.openAndSubmit(by, input, true);
      const { kase, guide } = submitted;
      if (!casePolicy.may.decide.test(kase, by)) throw refuseKernel('not-allowed');
      if (guide.handling !== 'on-the-spot') throw refuse('not-on-the-spot');
      await this.acceptances.acceptNow(by, kase, guide, { windowId, timed: false });
      await this.decisions.decideNow(by, kase, guide, input.decision, false);
      await this.deliveries.deliverNow(by, kase, guide, atTheSameWindow(input.delivery, windowId));
      return submitted;
    });
  }
}

const atTheSameWindow = (delivery: Delivered, windowId: string | undefined): Delivered =>
  delivery.method === 'window' ? { ...delivery, windowId: delivery.windowId ?? windowId } : delivery;
