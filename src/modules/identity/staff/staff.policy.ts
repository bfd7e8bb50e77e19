import { anyOf, policy, type Rule, within } from '../../../kernel/authz/policy';
import { identityPermissions } from '../identity.permissions';
import type { Staff } from './staff.entity';
import type { StaffAct } from './staff.lifecycle';

const managers = within<Staff>(identityPermissions['staff.manage'], { area: 'areaPath', unit: 'organizationId' });
const oneself: Rule<Staff> = {
  test: (staff, by) => by.kind === 'staff' && by.id === staff.id,
  where: (by, bind) => (by.kind === 'staff' ? `t.id::text = ${bind(by.id)}` : 'false'),
};

export const staffPolicy = policy<Staff, StaffAct>({
  see: anyOf(managers, oneself),
  may: { change: managers, deactivate: managers },
});
