import { anyOf, noOne, policy, when, within } from '../../../kernel/authz/policy';
import { acceptancePermissions as may } from '../acceptance.permissions';
import type { ChangeOfLawOrder } from './order.entity';
import type { OrderAct } from './order.lifecycle';

/** The administration body (政务服务管理机构) of the region the order is for, or of one above it. */
export const administrators = within<Pick<ChangeOfLawOrder, 'areaPath'>>(may['order.give'], { area: 'areaPath' });

/** What has been issued everybody may read: it moved their case. */
export const orderPolicy = policy<ChangeOfLawOrder, OrderAct>({
  see: anyOf<ChangeOfLawOrder>(when({ state: ['issued', 'in-effect', 'carried-out'] }), administrators),
  may: {
    edit: administrators,
    issue: administrators,
    withdraw: administrators,
    'take-effect': noOne,
    'move-cases': noOne,
    'carry-out': noOne,
  },
});
