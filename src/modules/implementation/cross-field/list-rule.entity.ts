import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Instant, Whole, WordList, Words, YesNo } from '../../../kernel/persistence/columns';
import type { CrossFieldCode, RuleChange } from '../rules/cross-field.rules';
import { listRuleLifecycle, type ListRuleState } from './list-rule.lifecycle';

export interface Decision {
  enforced: boolean;
  parameter: number | null;
  reason: string;
  decidedAt: string;
}

/** implementation/I2: what a division has decided about a cross-field rule. */
@Entity({ schema: 'implementation', name: 'list_rule' })
export class ListRule extends Aggregate<ListRuleState> implements RuleChange, Decision {
  @Words() readonly divisionCode: string;
  @WordList() readonly areaPath: string[];
  @Words() readonly code: CrossFieldCode;
  @YesNo() enforced: boolean;
  @Whole({ nullable: true }) parameter: number | null;
  @Words() reason: string;
  @Instant() decidedAt: string;

  static of(place: Pick<ListRule, 'divisionCode' | 'areaPath' | 'code'>, decision: Decision): ListRule {
    const rule = Object.assign(new ListRule(), { ...place, ...decision, state: 'decided' as const });
    rule.mark('decide', { divisionCode: place.divisionCode, code: place.code, ...noted(decision) });
    return rule;
  }

  decide(decision: Decision): void {
    this.move(listRuleLifecycle, 'decide', noted(decision));
    Object.assign(this, decision);
  }
}

const noted = ({ enforced, parameter, reason }: Decision) => ({
  ...{ enforced, reason },
  ...(parameter !== null && { parameter }),
});
