import { Code, Flag, LongText, Whole } from '../../../kernel/validation/fields';

export class DecideListRuleInput {
  @Flag({ says: 'Whether lists of this place are checked by it 是否启用' }) enforced: boolean;
  @Whole(0, 1_000, { optional: true, says: 'Its number, where the rule has one 参数' }) parameter?: number;
  @LongText(500, { says: 'Why 理由' }) reason: string;
}

export class ListRulesQuery {
  @Code(/^\d{12}$/, 12, { says: 'Whose rules 区划' }) division: string;
}
