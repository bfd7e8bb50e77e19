import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, LongText, Name, OneOf, Part } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../item/item.inputs';
import type { Assessment } from './commitment-listing.entity';
import { type ExcludedField, FIELDS } from './excluded-fields.rules';

export class AssessmentInput implements Assessment {
  @Name(200, { says: 'Who assessed 评估单位' }) assessor: string;
  @DayText({ says: 'When 评估日期' }) assessedOn: string;
  @Name(100, { says: 'Number of the document 文号' }) document: string;
  @LongText(2000, { says: 'What was found 评估结论' }) conclusion: string;
}

export class ProposeCommitmentInput {
  @Code(BASIC_CODE, 12, { says: 'Item 基本编码' }) basicCode: string;
  @OneOf(FIELDS, { list: { max: 7 }, says: 'Excluded fields that the item touches; none is said too 涉及的排除领域' })
  excludedFields: ExcludedField[];
  @Name(500, { optional: true, says: 'Law that names the item all the same 法律特别规定' }) namedByLaw?: string;
  @Part(() => AssessmentInput, { optional: true, says: 'Risk; without it nothing is listed 风险评估' }) risk?: AssessmentInput;
  @Part(() => AssessmentInput, { optional: true, says: 'Cost of correction; without it nothing is listed 纠错成本评估' })
  correctionCost?: AssessmentInput;
}

export class RevokeCommitmentInput {
  @LongText(500, { says: 'Why 理由', example: '事中事后监管条件不具备' }) reason: string;
}

export class CommitmentListingQuery extends PageQuery {
  @OneOf(['proposed', 'published', 'revoked'], { optional: true, says: 'In this state 状态' }) state?: string;
  @Code(BASIC_CODE, 12, { optional: true, says: 'Of this item 基本编码' }) basicCode?: string;
}
