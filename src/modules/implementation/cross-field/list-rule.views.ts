import { fill } from '../../../kernel/http/problem';
import { context } from '../../../kernel/http/context';
import type { HistoryLine } from '../../../kernel/history/history';
import { Code, Flag, InstantText, LongText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import { refuse } from '../implementation.errors';
import { type CrossFieldCode, crossFieldCodes, crossFieldRule, standing } from '../rules/cross-field.rules';
import type { ListRule } from './list-rule.entity';

export class RuleParameterView {
  @Whole(0, 1_000, { says: 'What it is here 取值' }) value: number;
  @Whole(0, 1_000, { says: 'What it is by default 默认值' }) standard: number;
  @Whole(0, 1_000, { says: 'At least 最小值' }) least: number;
  @Whole(0, 1_000, { says: 'At most 最大值' }) most: number;
}

/** A rule as it holds in a division. */
export class ListRuleView {
  @Whole(0, 2_147_483_647, { says: 'Version of what this division has decided, also the ETag; 0 while it has not 版本' })
  version: number;
  @OneOf(crossFieldCodes, { says: 'Code of the rule, and of a refusal by it 规则编码' }) code: string;
  @Whole(1, 11, { says: 'Number in the national checker 国家校验规则序号' }) number: number;
  @LongText(500, { says: 'What it asks 规则内容' }) text: string;
  @Name(40, { optional: true, says: 'The rule of law behind it; nobody switches it off 法定规则' }) law?: string;
  @Flag({ says: 'Whether lists are checked by it 是否启用' }) enforced: boolean;
  @Part(() => RuleParameterView, { optional: true, says: 'Its number, where it has one 参数' }) parameter?: RuleParameterView;
  @Code(/^\d{12}$/, 12, { optional: true, says: 'The division that has decided so; none where the default holds 决定区划' })
  decidedBy?: string;
  @LongText(500, { optional: true, says: 'Why 理由' }) reason?: string;
  @InstantText({ optional: true, says: 'Since when 决定时间' }) decidedAt?: string;

  static of(code: CrossFieldCode, areaPath: string[], rules: readonly ListRule[]): ListRuleView {
    const { number, law, parameter } = crossFieldRule(code);
    const { enforced, parameter: value, decided } = standing(code, areaPath, rules);
    const { type } = refuse(code);
    const { divisionCode: decidedBy, reason, decidedAt } = (decided ?? {}) as Partial<ListRule>;
    return {
      version: rules.find((rule) => rule.code === code && rule.divisionCode === areaPath[0])?.version ?? 0,
      ...{ code, number, text: fill(type[context().language], parameter && { [parameter.name]: value }) },
      ...{ ...(law && { law }), enforced },
      ...(parameter && { parameter: { value, standard: parameter.standard, least: parameter.least, most: parameter.most } }),
      ...(decided && { decidedBy, reason, decidedAt }),
    };
  }
}

export class ListRuleList {
  @Part(() => ListRuleView, { list: { max: 100 }, says: 'Rules 规则' }) items: ListRuleView[];
}

export class ListRuleDecisionView {
  @Whole(1, 2_147_483_647, { says: 'Number of the decision 序号' }) seq: number;
  @InstantText({ says: 'When 时间' }) at: string;
  @Flag({ says: 'Switched on 是否启用' }) enforced: boolean;
  @Whole(0, 1_000, { optional: true, says: 'Its number 参数' }) parameter?: number;
  @LongText(500, { says: 'Why 理由' }) reason: string;

  static of({ seq, at, note }: HistoryLine): ListRuleDecisionView {
    const { enforced, parameter, reason } = note as unknown as ListRuleDecisionView;
    return { seq, at, enforced, ...(parameter !== undefined && { parameter }), reason };
  }
}

export class ListRuleHistoryView {
  @Part(() => ListRuleDecisionView, { list: { max: 1_000 }, says: 'Decisions, first to last 历次决定' })
  items: ListRuleDecisionView[];
}
