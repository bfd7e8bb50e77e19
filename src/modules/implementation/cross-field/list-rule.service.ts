import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { History, type HistoryLine } from '../../../kernel/history/history';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from '../implementation.errors';
import { type CrossFieldCode, crossFieldCodes, crossFieldRule } from '../rules/cross-field.rules';
import { type Decision, ListRule } from './list-rule.entity';
import type { DecideListRuleInput } from './list-rule.inputs';
import { listRulePolicy } from './list-rule.policy';
import { ListRules } from './list-rule.store';
import { ListRuleView } from './list-rule.views';

/** implementation/I2: the cross-field rules of a place, and who changes them. */
@Injectable()
export class ListRuleService {
  constructor(
    private readonly tx: Tx,
    private readonly rules: ListRules,
    private readonly directory: DirectoryFacade,
    private readonly history: History,
  ) {}

  async of(division: string): Promise<ListRuleView[]> {
    const areaPath = await this.pathOf(division);
    const rules = await this.rules.along(areaPath);
    return crossFieldCodes.map((code) => ListRuleView.of(code, areaPath, rules));
  }

  async one(division: string, code: string): Promise<ListRuleView> {
    const areaPath = await this.pathOf(division);
    return ListRuleView.of(known(code), areaPath, await this.rules.along(areaPath));
  }

  async historyOf(division: string, code: string): Promise<HistoryLine[]> {
    await this.pathOf(division);
    const rule = await this.rules.decided(division, known(code));
    return rule ? this.history.of(this.rules.kind, rule.id) : [];
  }

  decide(by: Actor, division: string, code: string, version: number, input: DecideListRuleInput): Promise<ListRuleView> {
    return this.tx.run(async () => {
      const areaPath = await this.pathOf(division);
      const place = { divisionCode: division, areaPath, code: known(code) };
      if (!listRulePolicy.may.decide.test(place as ListRule, by)) throw refuseKernel('not-allowed');
      if (Number.isNaN(version)) throw refuseKernel('if-match-missing');
      const before = await this.rules.decidedBefore(division, place.code);
      if (!before && version !== 0) throw refuseKernel('stale', { values: { version: 0 } });
      const decision: Decision = { ...decided(place.code, input), decidedAt: this.tx.now };
      const rule = before ? await this.rules.lookupFor(by, 'decide', before.id, version) : ListRule.of(place, decision);
      if (before) rule.decide(decision);
      await this.rules.save(by, rule);
      return this.one(division, code);
    });
  }

  private async pathOf(division: string): Promise<string[]> {
    const areaPath = await this.directory.divisionPath(division);
    if (!areaPath) throw refuseKernel('not-found');
    return areaPath;
  }
}

function known(code: string): CrossFieldCode {
  if (!crossFieldCodes.some((one) => one === code)) throw refuseKernel('not-found');
  return code as CrossFieldCode;
}

/** What the law lays down is no matter of configuration; a number stays within its bounds. */
function decided(code: CrossFieldCode, { enforced, parameter, reason }: DecideListRuleInput) {
  const { law, parameter: number } = crossFieldRule(code);
  if (law) throw refuse('rule-is-law', { values: { law } });
  const sound = number
    ? parameter === undefined || (parameter >= number.least && parameter <= number.most)
    : parameter === undefined;
  if (sound) return { enforced, parameter: parameter ?? null, reason };
  const detail = number ? `a whole number from ${number.least} to ${number.most}` : 'nothing: the rule has no number';
  throw refuse('rule-parameter', { errors: [{ pointer: '/parameter', code: 'implementation.rule-parameter', detail }] });
}
