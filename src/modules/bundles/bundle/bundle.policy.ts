import { anyOf, noOne, policy, within } from '../../../kernel/authz/policy';
import { bundlesPermissions as may } from '../bundles.permissions';
import type { Bundle } from './bundle.entity';
import type { BundleAct } from './bundle.lifecycle';

/** 牵头部门 drafts. */
const lead = within<Bundle>(may['bundle.edit'], { unit: 'leadOrganizationId', area: 'areaPath' });
/** 政务服务管理机构 of its area publishes. */
const administrators = within<Bundle>(may['bundle.publish'], { area: 'areaPath' });

// The public reads published versions, never what is worked on.
export const bundlePolicy = policy<Bundle, BundleAct>({
  see: anyOf(lead, administrators),
  // Follows from the withdrawal of an item.
  may: { edit: lead, publish: administrators, interrupt: noOne, withdraw: administrators },
});
