import { Code, Flag, LongText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import { ItemMaterialInput } from '../../catalog/catalog.facade';
import type { FormPart } from '../situations/applied-guide.rules';
import type { Answer, Situation, When } from '../situations/situation.rules';

export const CODE = /^[0-9A-Za-z-]{1,40}$/;
const OPTIONS = 100;
export const MOST_SITUATIONS = 40;

export class WhenInput implements When {
  @Code(CODE, 40, { says: 'Situation 情形编码', example: 'Q1' }) situation: string;
  @Code(CODE, 40, { list: { min: 1, max: OPTIONS }, says: 'One of these options is the answer 选项编码', example: ['A'] })
  anyOf: string[];
}

const clauses = { list: { min: 1, max: 10 }, says: 'Applies when all of these hold; always, unless told 适用情形' };
export const AppliesWhen = () => Part(() => WhenInput, { optional: true, ...clauses });

class SituationOptionInput {
  @Code(CODE, 40, { says: 'Code 选项编码', example: 'A' }) code: string;
  @Name(200, { says: 'Name 选项名称', example: '首次申请' }) name: string;
}

export class SituationInput implements Situation {
  @Code(CODE, 40, { says: 'Code 情形编码', example: 'Q1' }) code: string;
  @Name(200, { says: 'Question 情形', example: '是否首次申请' }) question: string;
  @OneOf(['single', 'multiple'], { says: 'One option, or any number of them 单选或多选' }) choice: 'single' | 'multiple';
  @Part(() => SituationOptionInput, { list: { min: 1, max: OPTIONS }, says: 'Options 选项' }) options: SituationOptionInput[];
  @AppliesWhen() appliesWhen?: WhenInput[];
}

/** A part of the conditions that the catalogue lays down. */
export class GuideConditionInput {
  @Code(CODE, 40, { says: 'Code 条件编码', example: 'C1' }) code: string;
  @LongText(2000, { says: 'Condition, in the words of the catalogue 受理条件' }) text: string;
  @AppliesWhen() appliesWhen?: WhenInput[];
}

export class GuideMaterialInput extends ItemMaterialInput {
  @Whole(1, 365, { optional: true, says: 'Working days to supply it, where it is deferrable 容缺后补天数（工作日）' })
  deferralDays?: number;
  @Flag({ optional: true, says: 'A decision may come before it, where it is deferrable 可在决定后补交' })
  mayFollowDecision?: boolean;
  @AppliesWhen() appliesWhen?: WhenInput[];
}

export class FormPartInput implements FormPart {
  @Name(100, { list: { min: 1, max: 60 }, says: 'Fields of the form 表单字段' }) fields: string[];
  @Name(100, { optional: true, list: { max: 60 }, says: 'Those that must then be filled in 其中必填字段' }) required?: string[];
  @Part(() => WhenInput, clauses) appliesWhen: WhenInput[];
}

export class SituationAnswerInput implements Answer {
  @Code(CODE, 40, { says: 'Situation of the guide 情形编码', example: 'Q1' }) situation: string;
  @Code(CODE, 40, { list: { max: OPTIONS }, says: 'Options chosen; none of them, where several may be 选项编码', example: ['A'] })
  options: string[];
}

export const answerList = { list: { max: MOST_SITUATIONS }, says: 'Answers to the situations of the guide 情形选择' };
