import { policy, within } from '../../../kernel/authz/policy';
import { directoryPermissions } from '../directory.permissions';
import type { Delegation } from './delegation.entity';
import type { DelegationAct } from './delegation.lifecycle';

/** The head of the organ whose powers are handed on, nobody else. */
export const grantors = within<Pick<Delegation, 'organizationId'>>(directoryPermissions['delegation.grant'], {
  unit: 'organizationId',
});

export const delegationPolicy = policy<Delegation, DelegationAct>({
  see: within<Delegation>(directoryPermissions['delegation.read'], { unit: 'organizationId', area: 'areaPath' }),
  may: { revoke: grantors },
});
