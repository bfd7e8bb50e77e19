import { type Actor, type Grant, nobody, platform } from '../../src/kernel/authz/actor';
import { organizationPolicy } from '../../src/modules/directory/organization/organization.policy';
import { Organizations } from '../../src/modules/directory/organization/organization.store';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let ids: string[];
beforeAll(async () => {
  w = await World.open();
  const made = ['650000000000', '650102000000', '654203000000', '653101001000'].map((divisionCode) =>
    givenOrganization(w, { divisionCode }),
  );
  ids = (await Promise.all(made)).map(({ id }) => id);
});
afterAll(() => w.close());

const holding = (...grants: Grant[]): Actor => ({ kind: 'staff', id: 'x', parties: [], grants });
const ACTORS: [string, Actor, editable: number][] = [
  ['nobody', nobody, 0],
  ['the platform', platform('test'), 4],
  ['a platform operator', holding({ role: 'platform-operator' }), 4],
  ['a service administrator of the region', holding({ role: 'service-administrator', area: '650000000000' }), 4],
  ['a service administrator of Ili', holding({ role: 'service-administrator', area: '654000000000' }), 1],
  ['a service administrator of a township', holding({ role: 'service-administrator', area: '653101001000' }), 1],
  [
    'one of two areas',
    holding({ role: 'service-administrator', area: '654200000000' }, { role: 'service-administrator', area: '650102000000' }),
    2,
  ],
  ['a supervisor of the region', holding({ role: 'supervisor', area: '650000000000' }), 0],
  ['a service administrator of a unit only', holding({ role: 'service-administrator', unit: 'x' }), 0],
];

test.each(ACTORS)('directory/D1: for %s, the rule on the record and the rule as SQL agree', async (_name, by, editable) => {
  const organizations = await w.get(Organizations).byIds(ids);
  expect(organizations).toHaveLength(4);
  for (const [act, rule] of [['see', organizationPolicy.see] as const, ...Object.entries(organizationPolicy.may)]) {
    const values: unknown[] = [ids];
    const where = rule.where(by, (value) => `$${values.push(value)}`);
    const listed = await w.rows<{ id: string }>(
      `select t.id from directory.organization t where t.id = any($1::uuid[]) and ${where}`,
      values,
    );
    const tested = organizations.filter((organization) => rule.test(organization, by));
    expect([act, listed.map(({ id }) => id).sort()]).toEqual([act, tested.map(({ id }) => id).sort()]);
    if (act !== 'see') expect([act, tested.length]).toEqual([act, editable]);
  }
});
