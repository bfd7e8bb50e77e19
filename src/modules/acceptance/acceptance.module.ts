import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module';
import { DirectoryModule } from '../directory/directory.module';
import { ImplementationModule } from '../implementation/implementation.module';
import { LicencesModule } from '../licences/licences.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { TimeLimitsModule } from '../time-limits/time-limits.module';
import { AcceptanceFacade } from './acceptance.facade';
import { CaseDesks } from './case-desks.facade';
import { Case } from './case/case.entity';
import { Cases } from './case/case.store';
import { AfterCheckController } from './commitment/after-check.controller';
import { AfterCheckDecision } from './commitment/after-check-decision.service';
import { AfterCheck } from './commitment/after-check.service';
import { CommitmentController } from './commitment/commitment.controller';
import { CommitmentDesk } from './commitment/commitment-desk.service';
import { Commitment } from './commitment/commitment.entity';
import { CommitmentClocks } from './commitment/commitment.listener';
import { CommitmentOffers } from './commitment/commitment-offer.service';
import { CommitmentReading } from './commitment/commitment-reading.service';
import { CommitmentService } from './commitment/commitment.service';
import { Commitments } from './commitment/commitment.store';
import { CommitmentTexts } from './commitment/commitment-texts.service';
import { Clocks } from './case/clocks.service';
import { FrozenGuides } from './case/guides.service';
import { Sealing } from './case/sealing.service';
import { CasesUnder } from './change-of-law/impact.store';
import { OrderImpact } from './change-of-law/impact.service';
import { MovingCases } from './change-of-law/moving.service';
import { ChangeOfLawController } from './change-of-law/order.controller';
import { ChangeOfLawOrder } from './change-of-law/order.entity';
import { OrderService } from './change-of-law/order.service';
import { ChangeOfLawOrders } from './change-of-law/order.store';
import { TakingEffect } from './change-of-law/taking-effect.service';
import { ClosingService } from './decision/closing.service';
import { DecisionController } from './decision/decision.controller';
import { DecisionService } from './decision/decision.service';
import { Promises } from './decision/promises.service';
import { Delegates } from './decision/delegates.service';
import { DeliveryService } from './decision/delivery.service';
import { DeferralClocks } from './deferral/deferral.listener';
import { DeferralController } from './deferral/deferral.controller';
import { DeferralDesk } from './deferral/deferral-desk.service';
import { DeferralReading } from './deferral/deferral-reading.service';
import { Deferral } from './deferral/deferral.entity';
import { DeferralService } from './deferral/deferral.service';
import { Deferrals } from './deferral/deferral.store';
import { CaseDocument } from './document/document.entity';
import { Documents } from './document/document.service';
import { HelpController } from './help/help.controller';
import { HelpService } from './help/help.service';
import { AcceptanceService } from './intake/acceptance.service';
import { AnswerController } from './intake/answer.controller';
import { ApplicantService } from './intake/applicant.service';
import { DraftService } from './intake/draft.service';
import { FormCheck } from './intake/form-check.service';
import { NoticeService } from './intake/notice.service';
import { OnTheSpotService } from './intake/on-the-spot.service';
import { RefusalService } from './intake/refusal.service';
import { SubmissionController } from './intake/submission.controller';
import { SubmissionService } from './intake/submission.service';
import { SupplementRequest } from './intake/supplement-request.entity';
import { SuppliedService } from './intake/supplied.service';
import { SupplementService } from './intake/supplement.service';
import { Material } from './material/material.entity';
import { MaterialService } from './material/material.service';
import { GuideFollowing } from './reactions/guide-following.store';
import { CaseClocksListener } from './reactions/limits.listener';
import { ApplicantMessages } from './reactions/messages.listener';
import { ShorterLimits } from './reactions/shorter-limits.service';
import { NumberReservationController } from './number-reservation/reservation.controller';
import { NumberReservation } from './number-reservation/reservation.entity';
import { NumberReservationService } from './number-reservation/reservation.service';
import { NumberReservations } from './number-reservation/reservation.store';
import { PartnerCasesController } from './partner-intake/partner-cases.controller';
import { PartnerIntake } from './partner-intake/partner-intake.service';
import { PartnerRecords } from './partner-intake/partner-record.store';
import { RecordReading } from './partner-intake/record-reading.service';
import { RecordReadings } from './partner-intake/record-reading.store';
import { RecordStream } from './partner-intake/record-stream.service';
import { ReportedCases } from './partner-intake/reported-cases.service';
import { ReportedClocks } from './partner-intake/reported-clocks.service';
import { MaterialReading } from './reading/material-reading.service';
import { CaseReadings } from './reading/reading.store';
import { DeskLists } from './reading/desk-list.store';
import { ListsController } from './reading/lists.controller';
import { OpenCases } from './reading/open-cases.store';
import { ProgressService } from './reading/progress.service';
import { PriorityController } from './priority/priority.controller';
import { PriorityService } from './priority/priority.service';
import { Priorities } from './priority/priority.store';
import { ProgressTries } from './reading/progress.store';
import { ReadingController } from './reading/reading.controller';
import { ReadingService } from './reading/reading.service';
import { Upload } from './upload/upload.entity';
import { HandedUploads } from './upload/handed-uploads.service';
import { UploadController } from './upload/upload.controller';
import { UploadService } from './upload/upload.service';
import { Uploads } from './upload/upload.store';
import { Opinion } from './review/opinion.entity';
import { ExtensionController } from './review/extension.controller';
import { ExtensionService } from './review/extension.service';
import { ProcedureService } from './review/procedure.service';
import { ReviewController } from './review/review.controller';
import { ReviewService } from './review/review.service';
import { SpecialProcedure } from './review/special-procedure.entity';
import { TermsController } from './terms/terms.controller';
import { Windows } from './window/windows.service';

const THE_RECORD = [
  Cases,
  Clocks,
  FrozenGuides,
  Sealing,
  Documents,
  MaterialService,
  Uploads,
  UploadService,
  HandedUploads,
  Windows,
];
const COUNTER = [HelpService, Priorities, PriorityService];
const INTAKE = [ApplicantService, DraftService, FormCheck, SubmissionService, AcceptanceService];
const ANSWERS = [RefusalService, NoticeService, SuppliedService, SupplementService, OnTheSpotService];
const REVIEW = [ReviewService, ProcedureService, ExtensionService];
const DECISION = [Promises, Delegates, DecisionService, DeliveryService, ClosingService];
const DEFERRAL = [Deferrals, DeferralService, DeferralDesk, DeferralReading, DeferralClocks];
const COMMITMENT = [Commitments, CommitmentOffers, CommitmentService, CommitmentTexts, CommitmentDesk, CommitmentReading];
const AFTER_CHECK = [AfterCheck, AfterCheckDecision, CommitmentClocks];
const READING = [CaseReadings, MaterialReading, ReadingService, DeskLists, OpenCases, ProgressTries, ProgressService];
const CHANGES_OF_LAW = [ChangeOfLawOrders, CasesUnder, OrderImpact, OrderService, MovingCases, TakingEffect];
const NUMBERS = [NumberReservations, NumberReservationService];
const PARTNER_INTAKE = [
  PartnerRecords,
  ReportedClocks,
  ReportedCases,
  PartnerIntake,
  RecordStream,
  RecordReadings,
  RecordReading,
];
const REACTIONS = [CaseClocksListener, ApplicantMessages, GuideFollowing, ShorterLimits];

/** Unified acceptance (统一受理): one entry, one case number, one exit for every channel. */
@Module({
  imports: [CatalogModule, DirectoryModule, ImplementationModule, LicencesModule, NotificationsModule, TimeLimitsModule],
  // The lists first: their addresses stand beside those of single cases.
  controllers: [
    ...[ListsController, ChangeOfLawController, UploadController, SubmissionController, AnswerController, ReviewController],
    ...[ExtensionController, DecisionController, DeferralController, TermsController, CommitmentController],
    ...[AfterCheckController, HelpController, PriorityController, PartnerCasesController, NumberReservationController],
    ReadingController,
  ],
  providers: [
    AcceptanceFacade,
    CaseDesks,
    ...THE_RECORD,
    ...INTAKE,
    ...ANSWERS,
    ...REVIEW,
    ...DECISION,
    ...DEFERRAL,
    ...COUNTER,
    ...COMMITMENT,
    ...AFTER_CHECK,
    ...READING,
    ...CHANGES_OF_LAW,
    ...NUMBERS,
    ...PARTNER_INTAKE,
    ...REACTIONS,
  ],
  exports: [AcceptanceFacade, CaseDesks],
})
export class AcceptanceModule {
  static readonly entities = [
    Case,
    Material,
    Upload,
    SupplementRequest,
    SpecialProcedure,
    Opinion,
    CaseDocument,
    ChangeOfLawOrder,
    Deferral,
    Commitment,
    NumberReservation,
  ];
}
