import { ChosenCommitmentInput } from '../intake/intake.inputs';
import {
  Code,
  DayText,
  Flag,
  InstantText,
  JsonObject,
  LongText,
  Name,
  OneOf,
  Part,
  Uuid,
  Whole,
} from '../../../kernel/validation/fields';
import { SituationAnswerInput, answerList } from '../../implementation/implementation.facade';
import { CASE_NUMBER } from '../case/case-number.rules';
import { caseStates } from '../case/case.lifecycle';
import { CaseView } from '../case/case.views';
import { documentKinds } from '../document/document.rules';
import { HelpView } from '../help/help.inputs';
import { materialKinds } from '../material/material.rules';
import { conclusions } from '../review/review.rules';
import { ProcedureView } from '../review/review.views';
import { MAX_BYTES } from '../upload/upload.views';

const HASH = /^[0-9a-f]{64}$/;

class MaterialLine {
  @Uuid() id: string;
  @Name(64, { says: 'Material code of the guide 材料编码' }) code: string;
  @OneOf(materialKinds, { says: 'Kind 材料形式' }) kind: string;
  @InstantText({ says: 'Handed in 提交时间' }) at: string;
}

class SupplementRequestLine {
  @Uuid() id: string;
  @Name(64, { list: { max: 100 }, says: 'Materials named 补正材料' }) materials: string[];
  @Name(100, { list: { max: 100 }, says: 'Form fields named 补正字段' }) fields: string[];
  @Uuid({ optional: true, says: 'Change-of-law order that asks 法律变更适用令' }) orderId?: string;
  @InstantText({ says: 'Told 告知时间' }) requestedAt: string;
  @InstantText({ optional: true, says: 'Supplied 补正时间' }) suppliedAt?: string;
}

class ReceiptLine {
  @Uuid() id: string;
  @OneOf(documentKinds, { says: 'Kind 文书种类' }) kind: string;
  @Name(100, { says: 'Number 文书编号' }) number: string;
  @DayText({ says: 'Dated 日期' }) issuedOn: string;
}

/** One case with everything below it; what identifies a person is masked for staff. */
export class CaseDetailView extends CaseView {
  @Uuid({ says: 'Applicant 申请人' }) applicantId: string;
  @Part(() => HelpView, { optional: true, says: 'Who helps the applicant, or did 帮办代办' }) help?: HelpView;
  @JsonObject({ says: 'The form; numbers of persons masked for staff 表单' }) form: Record<string, unknown>;
  @Part(() => SituationAnswerInput, answerList) answers: SituationAnswerInput[];
  @Part(() => ChosenCommitmentInput, { optional: true, says: 'Handling on commitment was chosen 选择告知承诺办理' })
  commitment?: ChosenCommitmentInput;
  @Part(() => MaterialLine, { list: { max: 1_000 } }) materials: MaterialLine[];
  @Part(() => SupplementRequestLine, { list: { max: 100 } }) supplementRequests: SupplementRequestLine[];
  @Part(() => ProcedureView, { list: { max: 100 } }) specialProcedures: ProcedureView[];
  @Part(() => ReceiptLine, { list: { max: 100 } }) receipts: ReceiptLine[];
}

class DownloadView {
  @LongText(500, { says: 'Good for whoever reads this, with the same sign-in; the file is saved, not shown 下载地址' })
  href: string;
  @InstantText({ says: 'Until then 有效期至' }) expiresAt: string;
}

export class MaterialView extends MaterialLine {
  @Name(100, { optional: true, says: 'Media type 文件类型' }) mediaType?: string;
  @Whole(1, MAX_BYTES, { optional: true, says: 'Bytes 字节数' }) size?: number;
  @Code(HASH, 64, { optional: true, says: 'SHA-256 摘要' }) sha256?: string;
  @Uuid({ optional: true, says: 'Certificate it refers to 所引用证照' }) licenceId?: string;
  @JsonObject({ says: 'Text, file name or certificate as it was that day 内容' }) content: Record<string, unknown>;
  @Part(() => DownloadView, { optional: true, says: 'Where a file is fetched; told when one material is read 下载' })
  download?: DownloadView;
}

export class MaterialListView {
  @Part(() => MaterialView, { list: { max: 1_000 } }) items: MaterialView[];
}

export class ReceiptView extends ReceiptLine {
  @JsonObject({ says: 'The document 文书内容' }) content: Record<string, unknown>;
  @Code(HASH, 64, { says: 'SHA-256 of the canonical content 摘要' }) digest: string;
}

export class ReceiptListView {
  @Part(() => ReceiptView, { list: { max: 1_000 } }) items: ReceiptView[];
}

class OpinionView {
  @Uuid() id: string;
  @Name(64, { says: 'Step 环节' }) step: string;
  @OneOf(conclusions, { says: 'Conclusion 结论' }) conclusion: string;
  @LongText(4_000, { says: 'Opinion 意见' }) text: string;
  @Name(100, { says: 'Officer 审查人' }) authorId: string;
  @InstantText() at: string;
}

export class OpinionListView {
  @Part(() => OpinionView, { list: { max: 1_000 } }) items: OpinionView[];
}

class HistoryLineView {
  @Whole(1, 2_147_483_647, { says: 'Number of the act 序号' }) seq: number;
  @InstantText({ says: 'When 时间' }) at: string;
  @Name(50, { says: 'Act 操作' }) act: string;
  @OneOf(['person', 'staff', 'partner', 'platform', 'nobody'], { says: 'By what kind of actor 操作者类别' }) actorKind: string;
  @Name(100, { optional: true, says: 'By whom, for staff only 操作者' }) actorId?: string;
  @OneOf(caseStates, { optional: true, says: 'State before 原状态' }) fromState?: string;
  @OneOf(caseStates, { says: 'State after 现状态' }) toState: string;
  @Whole(1, 15, { optional: true, says: 'National code 国家办理状态代码' }) nationalEvent?: number;
  @JsonObject({ says: 'What was noted 记载' }) note: Record<string, unknown>;
  @Code(HASH, 64, { says: 'Hash of the line, chained to the one before 链式摘要' }) hash: string;
}

export class HistoryView {
  @Part(() => HistoryLineView, { list: { max: 10_000 } }) items: HistoryLineView[];
}

export class ProgressView {
  @Code(CASE_NUMBER, 48, { says: 'Case number 办件编号' }) caseNumber: string;
  @OneOf(caseStates, { says: 'State 状态' }) state: string;
  @Name(200, { says: 'Item 事项名称' }) itemName: string;
  @InstantText({ says: 'Submitted 提交时间' }) submittedAt: string;
  @InstantText({ optional: true, says: 'Accepted 受理时间' }) acceptedAt?: string;
  @InstantText({ optional: true, says: 'Decided 决定时间' }) decidedAt?: string;
  @Flag({ optional: true, says: 'Granted 是否准予' }) granted?: boolean;
  @InstantText({ optional: true, says: 'Delivered 送达时间' }) completedAt?: string;
  @DayText({ optional: true, says: 'Day the nearest limit ends 最近到期日' }) dueOn?: string;
}

class ClockDayView {
  @DayText() day: string;
  @OneOf(['start', 'counted', 'weekend', 'holiday', 'paused'], { says: 'How the day was taken 计时方式' }) mark: string;
  @Whole(1, 10_000, { optional: true, says: 'Which day of the limit 第几日' }) number?: number;
  @Name(200, { optional: true, says: 'Holiday, make-up day or procedure 原因' }) why?: string;
}

class ClockLimitView {
  @Uuid() id: string;
  @Name(100, { says: 'Kind; that of a step ends with its code 时限种类' }) kind: string;
  @OneOf(['running', 'paused', 'met', 'exceeded', 'cancelled'], { says: 'State 状态' }) state: string;
  @OneOf(['green', 'yellow', 'red'], { says: 'Rung 预警等级' }) rung: string;
  @LongText(1_000, { says: 'Basis 依据' }) basis: string;
  @Whole(0, 10_000, { says: 'Days 天数' }) days: number;
  @OneOf(['working-day', 'calendar-day'], { says: 'Unit 单位' }) unit: string;
  @Whole(0, 365, { says: 'Working days by which it was extended 延长的工作日数' }) extensionDays: number;
  @DayText({ says: 'From this day, which does not count 起算日' }) startedOn: string;
  @DayText({ says: 'Last day 到期日' }) dueOn: string;
  @Flag({ says: 'May still move, for a calendar is missing 暂定' }) provisional: boolean;
  @Name(100, { list: { max: 100 }, says: 'What is missing 缺少的日历' }) missing: string[];
  @Part(() => ClockDayView, { list: { max: 10_000 } }) clock: ClockDayView[];
}

export class CaseClockView {
  @Part(() => ClockLimitView, { list: { max: 100 } }) items: ClockLimitView[];
}
