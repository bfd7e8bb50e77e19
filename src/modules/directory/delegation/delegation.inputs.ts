import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, Flag, LongText, OneOf, Uuid } from '../../../kernel/validation/fields';
import { DELEGATED_STEPS, type DelegatedStep } from './delegated-steps.rules';

/** 基本编码, as in the basic catalogue. */
export const BASIC_CODE = /^\d{9}(\d{3}|0\dY|W\d{2})$/;

export class GrantDelegationInput {
  @Uuid({ says: 'Chief affairs representative 首席事务代表' }) staffId: string;
  @Flag({ optional: true, says: 'All items of the organ instead of named ones 全部事项' }) allItems?: boolean;
  @Code(BASIC_CODE, 12, { optional: true, list: { max: 500 }, says: 'Basic codes of the items 事项基本编码' })
  basicCodes?: string[];
  @OneOf(DELEGATED_STEPS, { list: { min: 1, max: 4 }, says: 'Steps 授权环节', example: ['acceptance', 'decision'] })
  steps: DelegatedStep[];
  @DayText({ says: 'First day 起始日' }) fromOn: string;
  @DayText({ says: 'Last day 截止日' }) toOn: string;
}

export class RevokeDelegationInput {
  @LongText(500, { says: 'Why 原因', example: '岗位调整' }) reason: string;
}

export class DelegationQuery extends PageQuery {
  @Uuid({ optional: true, says: 'Of this person 首席事务代表' }) staffId?: string;
  @Flag({ optional: true, says: 'Only those in force today, or only the others 当日有效' }) live?: boolean;
}
