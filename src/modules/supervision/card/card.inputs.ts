import { PageQuery } from '../../../kernel/http/page';
import { Flag, LongText, OneOf, Uuid } from '../../../kernel/validation/fields';
import { ruleCodes } from '../rule/monitoring.rules';
import { cardStates } from './card.lifecycle';

export class CardQuery extends PageQuery {
  @OneOf(cardStates, { optional: true, says: 'In this state 状态' }) state?: string;
  @OneOf(['yellow', 'red'], { optional: true, says: 'Of this colour 牌色' }) colour?: string;
  @OneOf(ruleCodes, { optional: true, says: 'Of this rule 规则' }) rule?: string;
  @Uuid({ optional: true, says: 'For this organization 被监察机构' }) organization?: string;
}

export class AnswerInput {
  @LongText(2000, { says: 'Cause and what was done 原因及整改情况', example: '因系统故障延误，已于当日办结。' }) text: string;
}

export class AppealInput {
  @LongText(2000, { says: 'Why the card is wrong 申诉理由', example: '申请人正在补正材料，期间不计入时限。' }) grounds: string;
}

export class AppealDecisionInput {
  @Flag({ says: 'The appeal is right and the card is lifted 申诉成立' }) granted: boolean;
  @LongText(2000, { says: 'Reason 理由' }) reason: string;
}

export class CardClosureInput {
  @OneOf(['corrected', 'upheld'], { says: 'Put right, or stands as it is 已整改或确认违规' }) outcome: 'corrected' | 'upheld';
  @LongText(2000, { says: 'Finding 处理意见' }) reason: string;
}
