import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, InstantText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../item/item.inputs';
import type { SplittingStandard } from './splitting-standard.entity';
import { CountersignInput, PilotReportInput, SplittingContentInput, STANDARD_STATES } from './splitting-standard.inputs';
import type { SplittingStandardAct } from './splitting-standard.lifecycle';

export class PilotReportView extends PilotReportInput {
  @InstantText({ says: 'When 时间' }) at: string;
}

export class PilotView {
  @Code(/^\d{12}$/, 12, { list: { max: 50 }, says: 'Divisions 试点地区' }) places: string[];
  @DayText({ says: 'First day 启动日期' }) opensOn: string;
  @Part(() => PilotReportView, { list: { max: 50 }, says: 'Reports 试点报告' }) reports: PilotReportView[];
}

export class SignatureView extends CountersignInput {
  @InstantText({ says: 'When 时间' }) at: string;
}

export class SplittingStandardView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version of the record, also the ETag 记录版本' }) version: number;
  @OneOf(STANDARD_STATES, { says: 'State 状态' }) state: string;
  @Code(BASIC_CODE, 12, { says: 'Item 基本编码' }) basicCode: string;
  @Uuid({ says: 'Regional department 牵头部门' }) organizationId: string;
  @Uuid({ list: { max: 50 }, says: 'Counterparts 对口部门' }) counterparts: string[];
  @Part(() => SplittingContentInput, { says: 'Variants and compilation guide 拆分标准与编制指引' })
  content: SplittingContentInput;
  @Part(() => PilotView, { optional: true, says: 'Pilot 试点' }) pilot?: PilotView;
  @Part(() => SignatureView, { list: { max: 50 }, says: 'Countersignatures 会签' }) signatures: SignatureView[];
  @Whole(1, 100_000, { optional: true, says: 'Number, once published 版本号' }) number?: number;
  @DayText({ optional: true, says: 'First day 生效日期' }) effectiveFrom?: string;
  @InstantText({ optional: true, says: 'Published 发布时间' }) publishedAt?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(standard: SplittingStandard, acts: SplittingStandardAct[]): SplittingStandardView {
    const { id, version, state, basicCode, organizationId, counterparts, content, pilot, signatures } = standard;
    const { number, effectiveFrom, publishedAt } = standard;
    return {
      ...{ id, version, state, basicCode, organizationId, counterparts, content, ...(pilot && { pilot }), signatures },
      ...(number !== null && { number }),
      ...(effectiveFrom && { effectiveFrom }),
      ...(publishedAt && { publishedAt }),
      acts,
    };
  }
}

export const SplittingStandardPage = pageOf(SplittingStandardView);
