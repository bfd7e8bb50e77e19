import { InstantText, Part, Uuid } from '../../../kernel/validation/fields';
import { SituationAnswerInput, answerList } from '../content/situation.inputs';

export class ResolutionInput {
  @Part(() => SituationAnswerInput, answerList) answers: SituationAnswerInput[];
  @InstantText({ optional: true, says: 'As the guide stood at this instant 基准时间' }) asOf?: string;
  @Uuid({ optional: true, says: 'By this version instead 办事指南版本' }) versionId?: string;
}
