import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { SentFile } from '../../kernel/files/file-body';
import { ClosingService } from './decision/closing.service';
import type { WithdrawalReason } from './decision/decision.rules';
import { type Decided, DecisionService } from './decision/decision.service';
import { type Delivered, DeliveryService } from './decision/delivery.service';
import { AfterCheckDecision } from './commitment/after-check-decision.service';
import { AfterCheck, type Finding } from './commitment/after-check.service';
import { CommitmentDesk } from './commitment/commitment-desk.service';
import { DeferralDesk } from './deferral/deferral-desk.service';
import { DeferralReading } from './deferral/deferral-reading.service';
import { HelpService, type NamedHelper } from './help/help.service';
import { AcceptanceService } from './intake/acceptance.service';
import { DraftService, type NewCase } from './intake/draft.service';
import { type NoticePoint, NoticeService } from './intake/notice.service';
import { type HandledAtOnce, OnTheSpotService } from './intake/on-the-spot.service';
import { type Refused, RefusalService } from './intake/refusal.service';
import { ProcedureService } from './review/procedure.service';
import type { Conclusion } from './review/review.rules';
import { ReviewService } from './review/review.service';
import { UploadService } from './upload/upload.service';

/** What is done to a case, for those who act without HTTP. Each act is the one of the API: same rules, same marks. */
@Injectable()
export class CaseDesks {
  constructor(
    private readonly drafts: DraftService,
    private readonly acceptances: AcceptanceService,
    private readonly notices: NoticeService,
    private readonly refusals: RefusalService,
    private readonly onTheSpot: OnTheSpotService,
    private readonly reviews: ReviewService,
    private readonly procedures: ProcedureService,
    private readonly decisions: DecisionService,
    private readonly deliveries: DeliveryService,
    private readonly closings: ClosingService,
    private readonly uploads: UploadService,
    private readonly deferrals: DeferralDesk,
    private readonly deferralReading: DeferralReading,
    private readonly help: HelpService,
    private readonly commitments: CommitmentDesk,
    private readonly checks: AfterCheck,
    private readonly checkDecisions: AfterCheckDecision,
  ) {}

  async send(by: Actor, file: SentFile): Promise<{ id: string }> {
    const { upload } = await this.uploads.receive(by, file);
    return { id: upload.id };
  }
  async draft(by: Actor, input: NewCase): Promise<{ id: string }> {
    const { id } = await this.drafts.open(by, input);
    return { id };
  }
  async accept(by: Actor, id: string, at?: { windowId?: string }): Promise<void> {
    await this.acceptances.accept(by, id, at);
  }
  async requestSupplement(by: Actor, id: string, points: NoticePoint[]): Promise<void> {
    await this.notices.request(by, id, points);
  }
  async refuse(by: Actor, id: string, refusal: Refused): Promise<void> {
    await this.refusals.refuse(by, id, refusal);
  }
  async handleOnTheSpot(by: Actor, input: HandledAtOnce): Promise<{ id: string }> {
    const { kase } = await this.onTheSpot.handle(by, input);
    return { id: kase.id };
  }
  async opine(by: Actor, id: string, opinion: { step: string; conclusion: Conclusion; text: string }): Promise<void> {
    await this.reviews.opine(by, id, opinion);
  }
  async beginProcedure(by: Actor, id: string, procedure: { kind: string; reason: string }): Promise<void> {
    await this.procedures.begin(by, id, procedure);
  }
  async decide(by: Actor, id: string, decision: Decided): Promise<{ licenceId: string | null }> {
    const { licenceId } = await this.decisions.decide(by, id, decision);
    return { licenceId };
  }
  async deliver(by: Actor, id: string, delivery: Delivered): Promise<void> {
    await this.deliveries.deliver(by, id, delivery);
  }
  /** Ids of what was promised at acceptance. */
  deferralsOf(by: Actor, id: string): Promise<string[]> {
    return this.deferralReading.ofCase(by, id, (_, deferrals) => deferrals.map((deferral) => deferral.id));
  }
  async askForTime(by: Actor, id: string, deferralId: string, reason: string): Promise<void> {
    await this.deferrals.ask(by, id, deferralId, reason);
  }
  async nameHelper(by: Actor, id: string, helper: NamedHelper): Promise<void> {
    await this.help.name(by, id, helper);
  }
  async grantOnCommitment(by: Actor, id: string): Promise<void> {
    await this.commitments.grant(by, id, {});
  }
  async findOnCommitment(by: Actor, id: string, finding: Finding): Promise<void> {
    await this.checks.find(by, id, finding);
  }
  async defendCommitment(by: Actor, id: string, defence: { text: string; last: boolean }): Promise<void> {
    await this.checks.defend(by, id, defence);
  }
  async orderRectification(by: Actor, id: string, order: { days: number; what: string }): Promise<void> {
    await this.checkDecisions.order(by, id, order);
  }
  async withdraw(by: Actor, id: string, reason: WithdrawalReason): Promise<void> {
    await this.closings.withdraw(by, id, reason);
  }
  async terminate(by: Actor, id: string, termination: { reasons: string[]; basis: string }): Promise<void> {
    await this.closings.terminate(by, id, termination);
  }
}
