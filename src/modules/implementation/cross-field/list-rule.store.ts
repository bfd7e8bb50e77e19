import { Injectable } from '@nestjs/common';
import { Store } from '../../../kernel/persistence/store';
import type { CrossFieldCode } from '../rules/cross-field.rules';
import { ListRule } from './list-rule.entity';
import { type ListRuleAct, listRuleLifecycle } from './list-rule.lifecycle';
import { listRulePolicy } from './list-rule.policy';

@Injectable()
export class ListRules extends Store<ListRule, ListRuleAct> {
  constructor() {
    super({ entity: ListRule, policy: listRulePolicy, lifecycle: listRuleLifecycle });
  }

  /** What these divisions, each with those above it, have decided. */
  along(areaPath: string[]): Promise<ListRule[]> {
    return this.find('t.division_code = any($1)', [areaPath]);
  }

  async decided(divisionCode: string, code: CrossFieldCode): Promise<ListRule | undefined> {
    return (await this.find('t.division_code = $1 and t.code = $2', [divisionCode, code]))[0];
  }

  /** Two who decide first in one place follow each other. */
  async decidedBefore(divisionCode: string, code: CrossFieldCode): Promise<ListRule | undefined> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext($1 || $2))`, ['implementation.list-rule', divisionCode + code]);
    return this.decided(divisionCode, code);
  }
}
