import { type Actor, type Grant, nobody, platform } from '../../src/kernel/authz/actor';
import { implementationPolicy } from '../../src/modules/implementation/list/implementation.policy';
import { Implementations } from '../../src/modules/implementation/list/implementation.store';
import { givenGuide, type GivenGuide } from '../kit/given-guide';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let here: GivenGuide;
beforeAll(async () => {
  w = await World.open();
  here = await givenGuide(w);
  const asked = await givenGuide(w, { organization: await givenOrganization(w, { divisionCode: '654200000000' }), level: '3' });
  // The platform's own publication asks nobody; this one was audited.
  await w.rows('update implementation.implementation set audit_division = $1 where variant_code = $2', [
    ...['654200000000', asked.variantCode],
  ]);
});
afterAll(() => w.close());

const holding = (...grants: Grant[]): Actor => ({ kind: 'staff', id: 'x', parties: [], grants });
const ACTORS: [string, () => Actor][] = [
  ['nobody', () => nobody],
  ['the platform', () => platform('test')],
  ['an editor of the organ', () => holding({ role: 'implementation-editor', unit: here.organization.id })],
  ['an editor of another organ', () => holding({ role: 'implementation-editor', unit: '00000000-0000-7000-8000-000000000001' })],
  ['the administration body of the city', () => holding({ role: 'service-administrator', area: '650100000000' })],
  ['the administration body of the region', () => holding({ role: 'service-administrator', area: '650000000000' })],
  ['the administration body that was asked', () => holding({ role: 'service-administrator', area: '654200000000' })],
  ['an administrator bound to a unit', () => holding({ role: 'service-administrator', unit: here.organization.id })],
  ['a clerk of the organ', () => holding({ role: 'clerk', unit: here.organization.id })],
];

test.each(ACTORS)('implementation/I8: for %s, the rule on the record and the rule as SQL agree', async (_name, who) => {
  const by = who();
  const rows = await w.rows<{ id: string; code: string }>('select id, variant_code as code from implementation.implementation');
  expect(rows).toHaveLength(2);
  for (const [name, rule] of [['see', implementationPolicy.see] as const, ...Object.entries(implementationPolicy.may)]) {
    const values: unknown[] = [];
    const where = rule.where(by, (value) => `$${values.push(value)}`);
    const listed = await w.rows<{ id: string }>(`select t.id from implementation.implementation t where ${where}`, values);
    for (const { id } of rows) {
      const list = await w.get(Implementations).see(platform('test'), id);
      expect([name, rule.test(list, by)]).toEqual([name, listed.some((row) => row.id === id)]);
    }
  }
});
