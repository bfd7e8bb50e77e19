import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { Case } from './case/case.entity';
import { Cases } from './case/case.store';
import { type CasesAtOrganization, OpenCases } from './reading/open-cases.store';
import type { OrderInput } from './change-of-law/order.inputs';
import { OrderService } from './change-of-law/order.service';
import { DraftService } from './intake/draft.service';
import { type NewCase, SubmissionService } from './intake/submission.service';
import type { Outcome } from './partner-intake/partner-intake.service';
import { RecordStream } from './partner-intake/record-stream.service';

export type { CasesAtOrganization } from './reading/open-cases.store';
export { demoOrder } from './change-of-law/order.examples';
export { DEFERRAL_TEXT } from './deferral/deferral.rules';
export { acceptedElsewhere, handledElsewhere } from './partner-intake/partner-cases.examples';
export { MaterialInput, materialList } from './material/material.inputs';

/** A case as other modules know it: no form, no material, no name. */
export type CaseCard = Pick<
  Case,
  | 'id'
  | 'caseNumber'
  | 'state'
  | 'guideVersionId'
  | 'itemName'
  | 'basicCode'
  | 'organizationId'
  | 'areaPath'
  | 'applicantId'
  | 'journeyRef'
  | 'submittedAt'
  | 'acceptedAt'
  | 'decidedAt'
  | 'granted'
  | 'completedAt'
>;

/** What a submission hands over: code, applicantId, agentId?, channel, form, materials, answers?, journeyRef?. */
export type Submission = NewCase;

/** Cases for the floors above. */
@Injectable()
export class AcceptanceFacade {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly drafts: DraftService,
    private readonly store: Cases,
    private readonly open: OpenCases,
    private readonly orders: OrderService,
    private readonly records: RecordStream,
  ) {}

  /**
   * Opens and submits a case in the caller's transaction: the same path as `POST /v1/cases` with `submit: true`. The query code is
   * told here and never again. Who submits several at once does so in the order of their codes, so that no two wait for each other.
   */
  async submit(by: Actor, submission: Submission): Promise<CaseCard & { queryCode: string }> {
    const { kase, queryCode } = await this.submissions.openAndSubmit(by, submission);
    return { ...cardOf(kase), queryCode };
  }

  /** Refuses what a submission would be refused for now, and opens nothing: for cases of a journey that are to be submitted later. Its files are the journey's from now on. */
  async check(by: Actor, submission: Submission): Promise<void> {
    const { offer } = await this.drafts.prepare(by, submission);
    this.drafts.mustBeComplete(offer, submission);
  }

  /** catalog/C9: by organization, the most first, how many cases of an item are open. */
  openCasesOf(basicCode: string): Promise<CasesAtOrganization[]> {
    return this.open.ofItem(basicCode);
  }

  /** implementation/I9: an order, as far as told; drafted by one, issued by another who has read what it changes. */
  bringOrderTo(state: 'draft' | 'issued', hands: { drafter: Actor; issuer: Actor }, order: OrderInput): Promise<void> {
    return this.orders.bringTo(state, hands, order);
  }

  async cases(ids: string[]): Promise<CaseCard[]> {
    return (await this.store.byIds(ids)).map(cardOf);
  }

  /** acceptance/A22: the same as one stream to `POST /v1/partner-cases`, in the caller's transaction. */
  takeRecords(by: Actor, records: object[]): Promise<Outcome[]> {
    return this.records.takeAll(by, records);
  }
}

function cardOf(kase: Case): CaseCard {
  const { id, caseNumber, state, guideVersionId, itemName, basicCode, organizationId, areaPath, applicantId } = kase;
  const { journeyRef, submittedAt, acceptedAt, decidedAt, granted, completedAt } = kase;
  return {
    ...{ id, caseNumber, state, guideVersionId, itemName, basicCode, organizationId, areaPath, applicantId },
    ...{ journeyRef, submittedAt, acceptedAt, decidedAt, granted, completedAt },
  };
}
