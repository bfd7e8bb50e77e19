import { anyOf, noOne, ownInPerson, policy, within } from '../../../kernel/authz/policy';
import { licencesPermissions } from '../licences.permissions';
import type { Licence } from './licence.entity';
import type { LicenceAct } from './licence.lifecycle';

const unit = { unit: 'issuerOrganizationId' } as const;

/**
 * In person, or as the holder's legal representative: showing a licence and handing out its credential is the holder's own decision.
 * An agent applies with what the holder has, which the platform looks up, and reads and presents nothing of it.
 */
export const holder = ownInPerson<Licence>('holderId');
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
