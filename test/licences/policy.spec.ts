import { type Actor, platform } from '../../src/kernel/authz/actor';
import type { Rule } from '../../src/kernel/authz/policy';
import { Licence } from '../../src/modules/licences/licence/licence.entity';
import { licencePolicy } from '../../src/modules/licences/licence/licence.policy';
import { Licences } from '../../src/modules/licences/licence/licence.store';
import { LicenceType } from '../../src/modules/licences/type/licence-type.entity';
import { licenceTypePolicy } from '../../src/modules/licences/type/licence-type.policy';
import { LicenceTypes } from '../../src/modules/licences/type/licence-type.store';
import { staff } from '../kit/actors';
import { givenLicence } from '../kit/given-licence';
import { licenceTypeContent } from '../kit/given-licence-type';
import { givenOrganization } from '../kit/given-organization';
import { licenceTypeCode } from '../../src/modules/licences/identifier.rules';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const by = (kind: Actor['kind'], grants: Actor['grants'] = [], parties: string[] = []): Actor => ({
  kind,
  id: 'x',
  parties,
  represents: parties,
  grants,
});

/** The same sentence twice: as a test on the loaded record and as SQL. */
async function agrees<T extends { id: string }>(rules: Rule<T>[], actors: Actor[], records: T[], table: string): Promise<number> {
  let allowed = 0;
  for (const rule of rules) {
    for (const actor of actors) {
      const values: unknown[] = [];
      const where = rule.where(actor, (value) => `$${values.push(value)}`);
      const rows = await w.rows<{ id: string }>(`select t.id from ${table} t where ${where}`, values);
      const tested = records.filter((record) => rule.test(record, actor)).map(({ id }) => id);
      expect([actor, rows.map(({ id }) => id).sort()]).toEqual([actor, tested.sort()]);
      allowed += tested.length;
    }
  }
  return allowed;
}

test('licences: every rule about a licence says the same as a test and as SQL', async () => {
  const { id: far } = await givenOrganization(w, { divisionCode: '653101000000' });
  const [here, there] = [await givenLicence(w), await givenLicence(w, { issuerOrganizationId: far })];
  const ids = [here, there].map(({ licence }) => licence.id);
  const records: Licence[] = await Promise.all(ids.map((id) => w.get(Licences).see(platform('test'), id)));
  const roles = ['clerk', 'officer', 'department-head', 'partner-system', 'supervisor', 'platform-operator', 'rating-desk'];
  const places = [{}, { unit: here.unit }, { unit: far }, { area: '650000000000' }, { area: '653100000000' }];
  const actors = [
    platform('test'),
    by('nobody'),
    by('person', [], [here.holder.id]),
    { ...by('person', [], [here.holder.id]), represents: [] },
    by('person', [], [there.holder.id, here.holder.id]),
    ...roles.flatMap((role) => places.map((place) => by('staff', [{ role, ...place }]))),
  ];
  const rules = [licencePolicy.see, ...Object.values(licencePolicy.may)];
  expect(await agrees(rules, actors, records, 'licences.licence')).toBeGreaterThan(40);
});

test('licences: every rule about a type says the same as a test and as SQL', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { uscc } = await givenOrganization(w);
  for (const [number, publish] of [
    [1, false],
    [2, true],
  ] as const) {
    const typeCode = licenceTypeCode(uscc, number);
    await agent.post('/v1/licence-types', { typeCode, ...licenceTypeContent }).expect(201);
    if (publish) await agent.post(`/v1/licence-types/${typeCode}/publication`).expect(200);
  }
  const records: LicenceType[] = (await w.get(LicenceTypes).list(platform('test'), { limit: 100 })).items;
  const places = [{}, { area: '650100000000' }, { area: '653100000000' }, { unit: uscc }];
  const actors = [
    platform('test'),
    by('nobody'),
    ...['platform-operator', 'catalogue-editor', 'clerk'].flatMap((role) =>
      places.map((place) => by('staff', [{ role, ...place }])),
    ),
  ];
  const rules = [licenceTypePolicy.see, ...Object.values(licenceTypePolicy.may)];
  expect(await agrees(rules, actors, records, 'licences.licence_type')).toBeGreaterThan(20);
});
