import { Code, Flag, JsonObject, LongText, Name, OneOf, Part, Uuid } from '../../../kernel/validation/fields';
import type { RefusalKind } from '../acceptance.events';
import { SituationAnswerInput, answerList } from '../../implementation/implementation.facade';
import { type Channel, channels } from '../case/case.rules';
import { MATERIAL_CODE, MaterialInput, materialList } from '../material/material.inputs';

export const OFFER_CODE = /^[0-9A-Z]{18}[1-7][0-9A-Z]{12}(\d{2})?$/;

/** acceptance/A10: whoever names none goes the ordinary way. */
export class ChosenCommitmentInput {
  @Name(50, { says: 'Version of the text agreed to 承诺书版本', example: '1' }) textVersion: string;
}

export class EditCaseInput {
  @OneOf(channels, { says: 'Channel 申请渠道', example: 'online' }) channel: Channel;
  @JsonObject({ says: "The form, as the guide's schema has it 申请表单" }) form: Record<string, unknown>;
  @Part(() => MaterialInput, materialList) materials: MaterialInput[];
  @Part(() => SituationAnswerInput, { ...answerList, optional: true }) answers?: SituationAnswerInput[];
  @Part(() => ChosenCommitmentInput, { optional: true, says: 'Handling on commitment is chosen 选择告知承诺办理' })
  commitment?: ChosenCommitmentInput;
}

export class NewCaseInput extends EditCaseInput {
  @Code(OFFER_CODE, 33, { says: 'Implementation code (31) or that of a handling variant (33) 实施编码或业务办理项编码' })
  code: string;
  @Uuid({ optional: true, says: 'Who applies; you, unless told 申请人' }) applicantId?: string;
  @Uuid({ optional: true, says: 'Who acts for the applicant 代理人' }) agentId?: string;
}

export class OpenCaseInput extends NewCaseInput {
  @Flag({ optional: true, says: 'Submit in the same transaction 同时提交' }) submit?: boolean;
}

export class ReasonedInput {
  @LongText(1_000, { optional: true, list: { max: 20 }, says: 'Reasons 理由' }) reasons?: string[];
}

export class RefusalInput extends ReasonedInput {
  @OneOf(['not-needed', 'not-competent', 'refused'], {
    says: 'not-needed: no licence is needed; not-competent: another organ is; refused: does not meet the conditions 不受理情形',
    example: 'not-competent',
  })
  kind: RefusalKind;
  @LongText(500, { optional: true, says: 'Where to go instead 应当向何处申请' }) whereToGo?: string;
}

export class NoticePointInput {
  @Code(MATERIAL_CODE, 40, { optional: true, says: 'Material of the guide 材料编码' }) material?: string;
  @Name(100, { optional: true, says: 'Field of the form 表单字段' }) field?: string;
  @LongText(1_000, { says: 'What is wrong with it 需补正的内容', example: '缺少签名页' }) problem: string;
}

export class NoticeInput {
  @Part(() => NoticePointInput, { list: { max: 100, min: 1 }, says: 'Everything that is wanting, at once 全部补正内容' })
  points: NoticePointInput[];
}

export class SuppliedInput {
  @JsonObject({ optional: true, says: 'The whole form as it should be 更正后的完整表单' }) form?: Record<string, unknown>;
  @Part(() => MaterialInput, { ...materialList, optional: true }) materials?: MaterialInput[];
}
