import { IdentityFacade } from '../../modules/identity/identity.facade';
import { idOf, named, type Section, seeding } from '../house';
import { organization } from '../organizations';
import { asPerson, personId } from '../people';
import { DEMO_PASSWORD } from '../sign-ins';
import { says } from './says';

/** An authority, members of staff without sign-in and systems that are there to be changed and taken away. */
export const identityRecords: Section = {
  ...{ says, mark: { kind: 'identity.authority', id: idOf('authority', 'to-revoke') } },
  make: async (house) => {
    const identity = house.get(IdentityFacade);
    const { id: unit } = organization('county-hr');
    const authority = { partyId: personId('citizen'), agentId: personId('representative'), validFrom: '2026-01-01' };
    await named('authority', 'to-revoke', () => identity.giveAuthority(asPerson('citizen'), authority));
    const clerk = { organizationId: unit, grants: [{ role: 'clerk', unit }] };
    await named('staff', 'to-change', () => identity.registerStaff(seeding, { name: '演示待调岗人员', ...clerk }));
    await named('staff', 'to-deactivate', () => identity.registerStaff(seeding, { name: '演示待调离人员', ...clerk }));
    for (const [name, system] of [
      ['to-rotate', '待换密钥系统（演示）'],
      ['to-deactivate', '待停用系统（演示）'],
    ] as const) {
      const facts = { name: system, organizationId: unit, clientId: `demo-${name}`, clientSecret: DEMO_PASSWORD };
      await named('partner', name, () => identity.registerPartner(seeding, facts));
    }
  },
};
