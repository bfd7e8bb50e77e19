import { OmitType } from '@nestjs/swagger';
import { Code, Flag, JsonObject, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { DayLimitInput, StatutoryLimitInput } from '../../catalog/catalog.facade';
import { GuideFeeInput, GuideReviewPointInput, GuideSpecialInput } from '../content/content.inputs';
import { GuideConditionInput, GuideMaterialInput, SituationInput } from '../content/situation.inputs';

const Applies = () =>
  OneOf(['yes', 'no', 'open'], { says: 'Whether it applies; open: a question is open, or people judge it 是否适用' });
const Because = () => LongText(10_000, { says: 'Why, in a sentence 说明' });
const DecidedBy = () =>
  Code(/^[0-9A-Za-z-]{1,40}$/, 40, { list: { max: 10 }, says: 'Situations that decide it; none: always 决定情形' });
const Basis = () => LongText(1_000, { list: { max: 30 }, says: 'Legal basis 依据' });

class OpenQuestionView extends SituationInput {
  @OneOf(['now', 'perhaps'], { says: 'Asked now, or perhaps after an open one 现在回答或视情形回答' }) asked: 'now' | 'perhaps';
  @Because() because: string;
  @DecidedBy() decidedBy: string[];
}

class ResolvedMaterialView extends GuideMaterialInput {
  @Applies() applies: string;
  @Because() because: string;
  @DecidedBy() decidedBy: string[];
  @Basis() basis: string[];
}

class ResolvedConditionView extends GuideConditionInput {
  @Applies() applies: string;
  @Because() because: string;
  @DecidedBy() decidedBy: string[];
  @Basis() basis: string[];
}

class ResolvedFieldView {
  @Name(100, { says: 'Field of the form 表单字段' }) field: string;
  @Flag({ says: 'Must be filled in where it applies 适用时必填' }) required: boolean;
  @Applies() applies: string;
  @Because() because: string;
  @DecidedBy() decidedBy: string[];
  @Basis() basis: string[];
}

class ResolvedFeeView extends OmitType(GuideFeeInput, ['basis'] as const) {
  @Basis() basis: string[];
  @Applies() applies: string;
  @Because() because: string;
  @DecidedBy() decidedBy: string[];
}

class ResolvedReviewPointView extends GuideReviewPointInput {
  @Applies() applies: string;
  @Because() because: string;
  @DecidedBy() decidedBy: string[];
  @Basis() basis: string[];
}

class ResolvedProcedureView extends GuideSpecialInput {
  @Applies() applies: string;
  @Because() because: string;
  @DecidedBy() decidedBy: string[];
  @Basis() basis: string[];
}

export class GuideResolutionView {
  @Uuid({ says: 'Version it speaks of 办事指南版本' }) versionId: string;
  @Whole(1, 100_000, { says: 'Its number 版本号' }) versionNumber: number;
  @Code(/^.{33}$/, 33, { says: 'Code of the handling variant 业务办理项编码' }) variantCode: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of its document 摘要' }) digest: string;
  @Name(260, { says: 'Name 名称' }) name: string;
  @Flag({ says: 'No question is open 情形已全部确定' }) complete: boolean;
  @Part(() => OpenQuestionView, { list: { max: 40 }, says: 'Open questions, the next ones first 待回答的情形' })
  questions: OpenQuestionView[];
  @Part(() => ResolvedMaterialView, { list: { max: 60 }, says: 'Materials 申请材料' }) materials: ResolvedMaterialView[];
  @Part(() => ResolvedConditionView, { list: { max: 40 }, says: 'Conditions of acceptance 受理条件' })
  conditions: ResolvedConditionView[];
  @Part(() => ResolvedFieldView, { list: { max: 1_000 }, says: 'Fields of the form 表单字段' }) fields: ResolvedFieldView[];
  @JsonObject({ says: 'The form for these answers as JSON Schema, draft 2020-12 适用的表单' }) form: Record<string, unknown>;
  @Part(() => ResolvedFeeView, { list: { max: 20 }, says: 'Fees 收费项目' }) fees: ResolvedFeeView[];
  @Part(() => ResolvedReviewPointView, { list: { max: 60 }, says: 'Review points 审查要点' })
  reviewPoints: ResolvedReviewPointView[];
  @Part(() => ResolvedProcedureView, { list: { max: 10 }, says: 'Special procedures 特别程序' })
  specialProcedures: ResolvedProcedureView[];
  @Part(() => StatutoryLimitInput, { says: 'Statutory limit 法定办结时限' }) statutoryLimit: StatutoryLimitInput;
  @Part(() => DayLimitInput, { says: 'Promised limit 承诺办结时限' }) promisedLimit: DayLimitInput;
}
