import { anyOf, noOne, policy, within } from '../../../kernel/authz/policy';
import { implementationPermissions } from '../implementation.permissions';
import type { Implementation } from './implementation.entity';
import type { ImplementationAct } from './implementation.lifecycle';

const place = { unit: 'organizationId', area: 'areaPath' } as const;
const editors = within<Implementation>(implementationPermissions['list.edit'], place);
/** 政务服务管理机构 of the area. */
const administrators = within<Implementation>(implementationPermissions['list.audit'], { area: 'areaPath' });

const secrecyReviewers = within<Implementation>(implementationPermissions['list.clear'], { area: 'areaPath' });

export const importers = within<Implementation>(implementationPermissions['list.import'], { area: 'areaPath' });

// The public reads guides, never lists that are worked on.
export const implementationPolicy = policy<Implementation, ImplementationAct>({
  see: anyOf(editors, administrators),
  may: {
    edit: editors,
    submit: editors,
    approve: administrators,
    return: administrators,
    'review-secrecy': secrecyReviewers,
    publish: administrators,
    unschedule: administrators,
    suspend: administrators,
    resume: administrators,
    // Follow from a secrecy review, and from an import.
    'refuse-secrecy': noOne,
    take: noOne,
    withdraw: administrators,
  },
});
