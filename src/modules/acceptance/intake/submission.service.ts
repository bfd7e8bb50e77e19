import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { Numbering } from '../../../kernel/numbering/numbering';
import { Tx } from '../../../kernel/persistence/tx';
import type { Guide } from '../../implementation/implementation.facade';
import { Case } from '../case/case.entity';
import { caseNumber, caseNumberKey, newQueryCode } from '../case/case-number.rules';
import type { Receipt } from '../case/case.rules';
import { Cases } from '../case/case.store';
import { Clocks } from '../case/clocks.service';
import { type SealedCase, Sealing } from '../case/sealing.service';
import { CommitmentService } from '../commitment/commitment.service';
import { acceptedOnReceipt } from '../material/material.rules';
import { AcceptanceService } from './acceptance.service';
import { DraftService, type NewCase } from './draft.service';

export type { NewCase };

export interface Submitted {
  kase: Case;
  guide: Guide;
  /** Told once. */
  queryCode: string;
}

/** From a filled-in form to a numbered case (提交). */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly tx: Tx,
    private readonly cases: Cases,
    private readonly drafts: DraftService,
    private readonly clocks: Clocks,
    private readonly numbering: Numbering,
    private readonly sealing: Sealing,
    private readonly acceptances: AcceptanceService,
    private readonly commitments: CommitmentService,
  ) {}

  /** `answeredAtOnce`: whoever receives it also answers it in the same act, so that no limit of five days begins. */
  openAndSubmit(by: Actor, input: NewCase, answeredAtOnce = false): Promise<Submitted> {
    return this.tx.run(async () => {
      const { opened, offer } = await this.drafts.prepare(by, input);
      this.drafts.mustBeComplete(offer, input);
      const { receipt, queryCode } = await this.receive(by, { ...opened, materials: opened.handed }, offer.guide, answeredAtOnce);
      const kase = Case.submitted(opened, receipt);
      await this.cases.save(by, kase);
      await this.commitments.make(by, kase, offer);
      if (!answeredAtOnce && acceptedOnReceipt(offer.guide, kase.materials)) {
        await this.acceptances.acceptOnReceipt(kase, offer.guide);
      }
      return { kase, guide: offer.guide, queryCode };
    });
  }

  /** Submits a draft under the version that is in force today. */
  submit(by: Actor, id: string, expected?: number): Promise<Submitted> {
    return this.tx.run(async () => {
      const kase = await this.cases.lookupFor(by, 'submit', id, expected);
      const { offer, frozen } = await this.drafts.renew(kase);
      this.drafts.mustBeComplete(offer, this.sealing.open<SealedCase>('case', kase));
      const { receipt, queryCode } = await this.receive(by, { ...frozen, id, materials: kase.materials }, offer.guide, false);
      kase.submit({ ...receipt, frozen });
      await this.cases.save(by, kase);
      await this.commitments.make(by, kase, offer);
      if (acceptedOnReceipt(offer.guide, kase.materials)) await this.acceptances.acceptOnReceipt(kase, offer.guide);
      return { kase, guide: offer.guide, queryCode };
    });
  }

  private async receive(
    by: Actor,
    { id, code, handling, materials }: Pick<Case, 'id' | 'code' | 'handling' | 'materials'>,
    guide: Guide,
    answeredAtOnce: boolean,
  ): Promise<{ receipt: Receipt; queryCode: string }> {
    const at = this.tx.now;
    const waits = !answeredAtOnce && !acceptedOnReceipt(guide, materials);
    const limit = waits ? await this.clocks.startIntake(by, id, guide) : undefined;
    const queryCode = newQueryCode();
    const day = shanghaiDay(at);
    // Last, because the counter stays locked until the commit.
    const number = caseNumber(code, day, handling, await this.numbering.take(caseNumberKey(code, day)));
    const receipt = { caseNumber: number, queryCodeHash: this.sealing.queryCodeHash(number, queryCode), at, limit };
    return { receipt, queryCode };
  }
}
