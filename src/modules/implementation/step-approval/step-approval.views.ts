import { DayText, InstantText, LongText, Name, OneOf, Whole } from '../../../kernel/validation/fields';

export class StepApprovalView {
  @OneOf(['asked', 'granted', 'refused'], { says: 'How it stands 状态' }) state: string;
  @Whole(1, 100, { says: 'It covers exactly this many steps 环节数' }) steps: number;
  @LongText(1000, { says: 'Why the matter needs them 理由' }) reason: string;
  @InstantText({ says: 'When it was asked for 申请时间' }) askedAt: string;
  @Name(200, { optional: true, says: 'Who decided 批准机关' }) authority?: string;
  @DayText({ optional: true, says: 'Day of the decision 批准日期' }) decidedOn?: string;
  @LongText(1000, { optional: true, says: 'Reasons of the decision 批准理由' }) reasons?: string;
  @Name(100, { optional: true, says: 'Document number 文号' }) documentNumber?: string;
}
