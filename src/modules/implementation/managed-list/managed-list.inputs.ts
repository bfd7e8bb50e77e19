import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, LongText, OneOf, Uuid } from '../../../kernel/validation/fields';
import { LIST_KINDS, type ListKind } from './kinds.rules';

export const LIST_STATES = ['derived', 'cleared', 'published', 'discarded'] as const;

export class DeriveListInput {
  @OneOf(LIST_KINDS, { says: 'Which list 清单种类' }) kind: ListKind;
  @Code(/^\d{12}$/, 12, { says: 'Of organizations in this division and below 区划（含下级）' }) division: string;
}

export class PublishListInput {
  @DayText({ optional: true, says: 'First day of the version, the earliest possible unless told 生效日期' })
  effectiveFrom?: string;
}

export class DiscardListInput {
  @LongText(500, { says: 'Why 原因', example: '来源清单已修改' }) reason: string;
}

export class ManagedListQuery extends PageQuery {
  @OneOf(LIST_KINDS, { optional: true, says: 'Which list 清单种类' }) kind?: ListKind;
  @Code(/^\d{12}$/, 12, { optional: true, says: 'Of this division 区划' }) division?: string;
  @OneOf(LIST_STATES, { optional: true, says: 'In this state 状态' }) state?: string;
  @DayText({ optional: true, says: 'The versions that stand on this day 基准日期' }) asOf?: string;
}

export class ListDiffQuery extends PageQuery {
  @Uuid({ says: 'The list to compare with 对比清单' }) with: string;
}
