import type { Actor } from '../kernel/authz/actor';
import { IdentityFacade } from '../modules/identity/identity.facade';
import { type House, idOf, named, type Section, seeding } from './house';
import { organization } from './organizations';
import { DEMO_PASSWORD, grantsOf, partner, type PersonName, persons, staff, type StaffName, unitOf } from './sign-ins';

/** A fictional company; both check characters of its code agree. */
export const enterprise = { id: idOf('enterprise', 'enterprise'), uscc: '9165402199X8003644', name: '伊宁县演示劳务有限公司' };

const personNames = Object.keys(persons) as PersonName[];
const staffNames = Object.keys(staff) as StaffName[];

export const personId = (name: PersonName): string => idOf('person', name);
export const staffId = (name: StaffName): string => idOf('staff', name);

/** The person as an actor: the representative speaks for the enterprise as well. */
export const asPerson = (name: PersonName): Actor => {
  const id = personId(name);
  const represents = name === 'representative' ? [enterprise.id] : [];
  return { kind: 'person', id, parties: [id, ...represents], represents, grants: [] };
};

export const asStaff = (name: StaffName): Actor => ({ kind: 'staff', id: staffId(name), parties: [], grants: grantsOf(name) });

/** The system of the county's human-resources bureau. */
export const asPartner = (): Actor => {
  const unit = organization(partner.at).id;
  return { kind: 'partner', id: idOf('partner', partner.clientId), parties: [], grants: [{ role: 'partner-system', unit }] };
};

export const peopleSection: Section = {
  says: 'people, staff and their sign-ins',
  mark: { kind: 'identity.person', id: personId('citizen') },
  make: async (house) => {
    await registerPersons(house);
    await registerStaff(house);
    await registerPartner(house);
    const accounts = [
      ...personNames.map((name) => ({ ownerId: personId(name), kind: 'person' as const, signInName: name })),
      ...staffNames.map((name) => ({ ownerId: staffId(name), kind: 'staff' as const, signInName: name })),
    ];
    await named('account', 'all', () => house.get(IdentityFacade).openAccounts(DEMO_PASSWORD, accounts));
  },
};

async function registerPersons(house: House): Promise<void> {
  const identity = house.get(IdentityFacade);
  for (const name of personNames) {
    const { name: fullName, idNumber, phone } = persons[name];
    await named('person', name, () => identity.registerPerson(seeding, { name: fullName, idNumber, phone }));
  }
  const { uscc, name } = enterprise;
  const representativeId = personId('representative');
  const proof = { how: 'certificate-original', reference: '演示营业执照正本' };
  await named('enterprise', 'enterprise', () => identity.registerLegalPerson(seeding, { uscc, name, representativeId, proof }));
}

async function registerStaff(house: House): Promise<void> {
  const identity = house.get(IdentityFacade);
  for (const name of staffNames) {
    const facts = { name: `演示${staff[name].label}`, organizationId: unitOf(name), grants: grantsOf(name) };
    await named('staff', name, () => identity.registerStaff(seeding, facts));
  }
}

async function registerPartner(house: House): Promise<void> {
  const { clientId, name, at } = partner;
  const facts = { name, organizationId: organization(at).id, clientId, clientSecret: DEMO_PASSWORD };
  await named('partner', clientId, () => house.get(IdentityFacade).registerPartner(seeding, facts));
}
