import { LongText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import type { Language } from '../../../kernel/http/context';
import { type Colour, type MonitoringRule, ruleCodes } from './monitoring.rules';

export class RungView {
  @OneOf(['yellow', 'red'], { says: 'Colour of the card 牌色' }) colour: string;
  @LongText(500, { says: 'When it strikes 触发条件' }) strikesWhen: string;
}

export class RuleView {
  @OneOf(ruleCodes, { says: 'Code of the rule 规则编号' }) code: string;
  @Name(100, { says: 'Name 规则名称' }) name: string;
  @LongText(500, { says: 'Basis 依据' }) basis: string;
  @Part(() => RungView, { list: { max: 2 }, says: 'Colours 牌色' }) rungs: RungView[];
  @Whole(1, 100, { says: 'Working days to answer 回复时限（工作日）' }) answerDays: number;
  @Whole(1, 100, { says: 'Working days to appeal 申诉时限（工作日）' }) appealDays: number;

  static of({ code, name, basis, colours, answerDays, appealDays }: MonitoringRule, language: Language): RuleView {
    const rungs = (Object.entries(colours) as [Colour, { en: string; zh: string }][]).map(([colour, says]) => ({
      colour,
      strikesWhen: says[language],
    }));
    return { code, name: name[language], basis, rungs, answerDays, appealDays };
  }
}

export class RuleList {
  @Part(() => RuleView, { list: { max: 100 }, says: 'Rules 规则' }) items: RuleView[];
}
