import { PageQuery } from '../../../kernel/http/page';
import { Code, Flag, JsonObject, OneOf, Part, Uuid } from '../../../kernel/validation/fields';
import { MaterialInput, materialList } from '../../acceptance/acceptance.facade';
import { type Channel, CHANNELS } from '../../catalog/catalog.facade';
import { SituationAnswerInput } from '../../implementation/implementation.facade';
import { BUNDLE_CODE } from '../bundle/bundle.inputs';
import { journeyStates } from './journey.lifecycle';

/** An answer to a situation of one member's guide. */
export class MemberAnswerInput extends SituationAnswerInput {
  @Code(/^[a-z][a-z0-9-]{0,29}$/, 30, { says: 'Member 成员代号', example: 'household' }) member: string;
}

export class BeginJourneyInput {
  @Code(BUNDLE_CODE, 32, { says: 'Code of the bundle 主题编码', example: '650102PCN0009' }) code: string;
  @Uuid({ optional: true, says: 'Who applies; you, unless told 申请人' }) applicantId?: string;
  @OneOf(CHANNELS, { says: 'Channel 申请渠道', example: 'online' }) channel: Channel;
  @JsonObject({ says: 'The merged form, as the bundle has it 合并表单' }) form: Record<string, unknown>;
  @Part(() => MaterialInput, { ...materialList, says: 'Materials, by their codes in the merged set 合并材料' })
  materials: MaterialInput[];
  @Part(() => MemberAnswerInput, {
    optional: true,
    list: { max: 200 },
    says: 'Answers to the situations of the members 情形选择',
  })
  answers?: MemberAnswerInput[];
  @Flag({ optional: true, says: 'Results may be used for the members that follow 同意前序结果用于后续事项' })
  resultsMayFlow?: boolean;
}

export class JourneyQuery extends PageQuery {
  @OneOf(journeyStates, { optional: true, says: 'In this state 状态' }) state?: string;
  @Code(BUNDLE_CODE, 32, { optional: true, says: 'Of the bundle with this code 主题编码' }) code?: string;
}
