import { allOf, anyOf, forArea, noOne, policy, type Rule, within } from '../../../kernel/authz/policy';
import { implementationPermissions } from '../implementation.permissions';
import type { Implementation } from './implementation.entity';
import type { ImplementationAct } from './implementation.lifecycle';

const place = { unit: 'organizationId', area: 'areaPath' } as const;
const editors = within<Implementation>(implementationPermissions['list.edit'], place);
/** 政务服务管理机构 of the area. */
const administrators = within<Implementation>(implementationPermissions['list.audit'], { area: 'areaPath' });
/** implementation/I8: 同级: the body that was asked when the list was submitted, and none above it. */
const asked = forArea<Implementation>(implementationPermissions['list.audit'], 'auditDivision');
const nobodyAsked: Rule<Implementation> = {
  test: ({ auditDivision }) => auditDivision === null,
  where: () => 't.audit_division is null',
};
const auditors = anyOf(asked, allOf(nobodyAsked, administrators));

const secrecyReviewers = within<Implementation>(implementationPermissions['list.clear'], { area: 'areaPath' });

export const importers = within<Implementation>(implementationPermissions['list.import'], { area: 'areaPath' });

// The public reads guides, never lists that are worked on.
export const implementationPolicy = policy<Implementation, ImplementationAct>({
  see: anyOf(editors, administrators),
  may: {
    edit: editors,
    submit: editors,
    'ask-approval': editors,
    'grant-approval': asked,
    'refuse-approval': asked,
    approve: auditors,
    return: auditors,
    'review-secrecy': secrecyReviewers,
    publish: auditors,
    unschedule: auditors,
    suspend: administrators,
    resume: administrators,
    // Follow from a secrecy review, from an import, from the clock, and from a change of staff.
    'refuse-secrecy': noOne,
    escalate: noOne,
    'pass-up': noOne,
    take: noOne,
    withdraw: administrators,
  },
});
