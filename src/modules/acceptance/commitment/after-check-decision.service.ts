import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Tx } from '../../../kernel/persistence/tx';
import { GROUNDS, LicencesFacade } from '../../licences/licences.facade';
import { TimeLimitsFacade } from '../../time-limits/time-limits.facade';
import { refuse as refuseCase } from '../acceptance.errors';
import { Cases } from '../case/case.store';
import { Documents } from '../document/document.service';
import { AfterCheck, type InHand } from './after-check.service';
import { Commitment } from './commitment.entity';
import { refuse } from './commitment.errors';
import { decided, ordered } from './commitment.notices';
import { type AnnulmentGround, type Outcome, RECTIFICATION } from './commitment.rules';
import { CommitmentService, commitmentSubject } from './commitment.service';
import { CommitmentTexts } from './commitment-texts.service';
import { Commitments } from './commitment.store';

export interface CheckDecision {
  outcome: Outcome;
  reasons?: string[];
  ground?: AnnulmentGround;
}

/** What follows from a check that found something false: an officer's, another than who found it, after the person was heard. */
@Injectable()
export class AfterCheckDecision {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly checks: AfterCheck,
    private readonly commitments: Commitments,
    private readonly service: CommitmentService,
    private readonly texts: CommitmentTexts,
    private readonly documents: Documents,
    private readonly limits: TimeLimitsFacade,
    private readonly licences: LicencesFacade,
  ) {}

  /** 责令限期整改 */
  order(by: Actor, id: string, { days, what }: { days: number; what: string }, expected?: number): Promise<Commitment> {
    return this.tx.run(async () => {
      const { kase, guide, commitment } = await this.checks.lookup(by, 'order-rectification', id, expected);
      commitment.mustBeJudgedBy(by.id, this.today);
      commitment.mustBeRectifiable();
      const rectifyDueOn = await this.service.begin(by, id, guide, RECTIFICATION, days);
      const content = { what, days, unit: 'working-day', until: rectifyDueOn, remedies: guide.remedies };
      const document = await this.documents.draw(kase, guide, 'rectification-order', content);
      kase.attach('order-rectification', document);
      commitment.orderRectification(rectifyDueOn, this.texts.with(commitment, { order: what }), document.number);
      await this.cases.save(by, kase);
      await this.commitments.save(by, commitment);
      await this.service.tell(by, 'ordered', commitment, ordered(rectifyDueOn));
      return commitment;
    });
  }

  /** acceptance/A10: upheld, rectified, or the grant annulled through licences; with reasons and remedies, in a numbered document. */
  decide(by: Actor, id: string, { outcome, reasons = [], ground }: CheckDecision, expected?: number): Promise<Commitment> {
    return this.tx.run(async () => {
      const inHand = await this.checks.lookup(by, Commitment.actOf(outcome), id, expected);
      const { kase, guide, commitment } = inHand;
      commitment.mustBeJudgedBy(by.id, this.today);
      // acceptance/A7
      if (!reasons.length) throw refuseCase('reasons-missing');
      const basis = outcome === 'annulled' ? await this.annul(by, inHand, ground, reasons) : undefined;
      const content = { outcome, reasons, ...(basis && { basis }), remedies: guide.remedies };
      const document = await this.documents.draw(kase, guide, 'after-check-decision', content);
      kase.attach('decide-after-check', document, { outcome });
      commitment.decide(this.tx.now, outcome, this.texts.with(commitment, { reasons }), document.number);
      await this.limits.cancel(by, commitmentSubject(id));
      await this.cases.save(by, kase);
      await this.commitments.save(by, commitment);
      await this.service.tell(by, 'decided', commitment, decided(outcome));
      return commitment;
    });
  }

  /** 《行政许可法》第六十九条. What the law leaves to the organ itself its head decides, where a licence was issued. */
  private async annul(by: Actor, { kase, guide, commitment }: InHand, ground: CheckDecision['ground'], reasons: string[]) {
    commitment.mustBeBeyondRectification(this.today);
    if (!ground) throw refuse('ground-missing');
    if (kase.licenceId) {
      await this.licences.annul(by, kase.licenceId, { ground, reason: reasons.join('\n'), remedy: guide.remedies });
    }
    return GROUNDS[ground].basis;
  }

  private get today(): string {
    return shanghaiDay(this.tx.now);
  }
}
