import { everyone, policy, within } from '../../../kernel/authz/policy';
import { implementationPermissions } from '../implementation.permissions';
import type { ListRule } from './list-rule.entity';
import type { ListRuleAct } from './list-rule.lifecycle';

export const listRulePolicy = policy<ListRule, ListRuleAct>({
  see: everyone,
  // 政务服务管理机构 of the area.
  may: { decide: within<ListRule>(implementationPermissions['list-rule.decide'], { area: 'areaPath' }) },
});
