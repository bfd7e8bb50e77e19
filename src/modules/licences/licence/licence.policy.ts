import { anyOf, noOne, own, policy, within } from '../../../kernel/authz/policy';
import { licencesPermissions } from '../licences.permissions';
import type { Licence } from './licence.entity';
import type { LicenceAct } from './licence.lifecycle';

const unit = { unit: 'issuerOrganizationId' } as const;

export const holder = own<Licence>('holderId');
export const issuerStaff = within<Licence>(licencesPermissions['licence.read'], unit);
/** They see that there is a licence, never whose. */
const supervisors = within<Licence>(licencesPermissions['licence.supervise'], { area: 'areaPath' });

export const licencePolicy = policy<Licence, LicenceAct>({
  see: anyOf(holder, issuerStaff, supervisors),
  may: {
    present: holder,
    annul: within(licencesPermissions['licence.annul'], unit),
    // No desk does these yet.
    suspend: noOne,
    resume: noOne,
    withdraw: noOne,
    revoke: noOne,
    deregister: noOne,
    expire: noOne,
  },
});
