import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../item/item.inputs';
import type { ElementGuidance, PilotReport, SplittingContent, StandardVariant } from './splitting-standard.rules';

export const STANDARD_STATES = ['draft', 'piloting', 'piloted', 'countersigned', 'published', 'discarded'] as const;

/** Elements that a list fills in and a guide may say how. */
const ELEMENTS = [
  ...['acceptanceConditions', 'audiences', 'channels', 'fees', 'form', 'legalBasis', 'materials', 'name', 'promisedLimit'],
  ...['regulatingOrganization', 'remedies', 'result', 'reviewPoints', 'scope', 'specialProcedures', 'statutoryLimit', 'steps'],
  'windows',
];

export class StandardVariantInput implements StandardVariant {
  @Whole(1, 99, { says: 'Number, the last two digits of the list 业务办理项序号' }) number: number;
  @Name(50, { says: 'Name 业务办理项名称' }) name: string;
  @Name(200, { list: { max: 30 }, says: 'Situations in which it is the one to choose 情形' }) situations: string[];
}

export class ElementGuidanceInput implements ElementGuidance {
  @OneOf(ELEMENTS, { says: 'Element 要素' }) element: string;
  @LongText(4000, { says: 'How it is filled in 编制要求' }) guidance: string;
}

export class SplittingContentInput implements SplittingContent {
  @Part(() => StandardVariantInput, { list: { min: 1, max: 99 }, says: 'Variants 业务办理项' }) variants: StandardVariantInput[];
  @Part(() => ElementGuidanceInput, { list: { max: 18 }, says: 'Compilation guide 编制指引' }) elements: ElementGuidanceInput[];
}

export class EditSplittingStandardInput extends SplittingContentInput {
  @Uuid({ list: { min: 1, max: 50 }, says: 'Counterparts at lower levels, which sign 对口部门' }) counterparts: string[];
}

export class DraftSplittingStandardInput extends EditSplittingStandardInput {
  @Code(BASIC_CODE, 12, { says: 'Item 基本编码' }) basicCode: string;
  @Uuid({ says: 'Regional department that drafts it 牵头部门' }) organizationId: string;
}

export class OpenPilotInput {
  @Code(/^\d{12}$/, 12, { list: { min: 1, max: 50 }, says: 'Divisions where it is tried out 试点地区' }) places: string[];
}

export class PilotReportInput implements Omit<PilotReport, 'at'> {
  @Code(/^\d{12}$/, 12, { says: 'Division that reports 试点地区' }) place: string;
  @OneOf(['workable', 'unworkable'], { says: 'Whether it works there 结论' }) outcome: 'workable' | 'unworkable';
  @LongText(4000, { says: 'What was found 试点情况' }) findings: string;
}

export class CountersignInput {
  @Uuid({ says: 'Counterpart that signs 会签部门' }) organizationId: string;
  @OneOf(['yes', 'no'], { says: 'Answer 会签意见' }) answer: 'yes' | 'no';
  @LongText(2000, { optional: true, says: 'Reasons; a "no" needs them 理由' }) reasons?: string;
}

export class PublishStandardInput {
  @DayText({ optional: true, says: 'First day of the version, the earliest possible unless told 生效日期' })
  effectiveFrom?: string;
}

export class DiscardStandardInput {
  @LongText(500, { says: 'Why 原因', example: '事项合并' }) reason: string;
}

export class SplittingStandardQuery extends PageQuery {
  @OneOf(STANDARD_STATES, { optional: true, says: 'In this state 状态' }) state?: string;
  @Code(BASIC_CODE, 12, { optional: true, says: 'Of this item 基本编码' }) basicCode?: string;
}
