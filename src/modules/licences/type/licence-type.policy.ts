import { anyOf, policy, type Rule, within } from '../../../kernel/authz/policy';
import { licencesPermissions } from '../licences.permissions';
import type { LicenceType } from './licence-type.entity';
import type { LicenceTypeAct } from './licence-type.lifecycle';

/** They work on the draft, and so read it. */
export const typeEditors = within<LicenceType>(licencesPermissions['type.edit'], { area: 'areaPath' });
const publishedOnce: Rule<LicenceType> = { test: ({ number }) => number > 0, where: () => 't.number > 0' };

export const licenceTypePolicy = policy<LicenceType, LicenceTypeAct>({
  see: anyOf(publishedOnce, typeEditors),
  may: { change: typeEditors, publish: typeEditors },
});
