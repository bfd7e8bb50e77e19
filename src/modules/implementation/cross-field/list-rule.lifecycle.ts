import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type ListRuleState = 'decided';
export type ListRuleAct = 'decide';

export const listRuleLifecycle = lifecycle<ListRuleState, ListRuleAct>('implementation.list-rule', {
  decide: { from: ['decided'], to: 'unchanged', zh: '启用或停用要素校验规则' },
});
