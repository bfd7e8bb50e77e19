import { type Actor, type Grant, nobody, platform } from '../../src/kernel/authz/actor';
import type { Policy } from '../../src/kernel/authz/policy';
import type { Aggregate } from '../../src/kernel/persistence/aggregate';
import type { Store } from '../../src/kernel/persistence/store';
import { Bundles } from '../../src/modules/bundles/bundle/bundle.store';
import { Journeys } from '../../src/modules/bundles/journey/journey.store';
import { givenBundle, type GivenJourney, givenJourney, newbornContent, newBundleCode } from '../kit/given-bundle';
import { BundlesFacade } from '../../src/modules/bundles/bundles.facade';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let one: GivenJourney;
beforeAll(async () => {
  w = await World.open();
  one = await givenJourney(w);
  await givenJourney(w);
  // Led from another place, with members here.
  const { id: leadOrganizationId } = await givenOrganization(w, { divisionCode: '654200000000' });
  const { guides } = await givenBundle(w);
  const code = newBundleCode();
  await w.get(BundlesFacade).publish(platform('test'), { code, leadOrganizationId, ...newbornContent(guides) });
  await givenJourney(w, { code, guides, document: (await w.get(BundlesFacade).inForce(code))! });
});
afterAll(() => w.close());

const holding = (...grants: Grant[]): Actor => ({ kind: 'staff', id: 'x', parties: [], grants });
const unit = (key: 'birth' | 'household') => one.bundle.guides[key].organization.id;
const ACTORS: [string, () => Actor][] = [
  ['nobody', () => nobody],
  ['the platform', () => platform('test')],
  ['the applicant', () => ({ kind: 'person', id: one.applicant.id, parties: [one.applicant.id], grants: [] })],
  ['a stranger', () => ({ kind: 'person', id: unit('birth'), parties: [unit('birth')], grants: [] })],
  ['an editor of the lead organization', () => holding({ role: 'implementation-editor', unit: unit('birth') })],
  ['a clerk of the lead organization', () => holding({ role: 'clerk', unit: unit('birth') })],
  ['a clerk of a member', () => holding({ role: 'clerk', unit: unit('household') })],
  ['a system of a member', () => ({ ...holding({ role: 'partner-system', unit: unit('household') }), kind: 'partner' })],
  ['the administration body of the city', () => holding({ role: 'service-administrator', area: '650100000000' })],
  ['a supervisor of the district', () => holding({ role: 'supervisor', area: '650102000000' })],
  ['a supervisor of 塔城', () => holding({ role: 'supervisor', area: '654200000000' })],
  ['a supervisor of everywhere', () => holding({ role: 'supervisor' })],
  ['an officer of two', () => holding({ role: 'officer', unit: unit('household') }, { role: 'officer', area: '654200000000' })],
];

async function mustAgree<T extends Aggregate>(by: Actor, table: string, store: Store<T, string>, policy: Policy<T, string>) {
  const rows = await w.rows<{ id: string }>(`select id from ${table}`);
  expect(rows.length).toBeGreaterThanOrEqual(3);
  for (const [name, rule] of [['see', policy.see] as const, ...Object.entries(policy.may)]) {
    const values: unknown[] = [];
    const where = rule.where(by, (value) => `$${values.push(value)}`);
    const listed = await w.rows<{ id: string }>(`select t.id from ${table} t where ${where}`, values);
    for (const { id } of rows) {
      const record = await store.see(platform('test'), id);
      expect([name, rule.test(record, by)]).toEqual([name, listed.some((row) => row.id === id)]);
    }
  }
}

test.each(ACTORS)('bundles/B5: for %s, the rules on the record and the rules as SQL agree', async (_name, who) => {
  const [bundles, journeys] = [w.get(Bundles), w.get(Journeys)];
  await mustAgree(who(), 'bundles.bundle', bundles, bundles.of.policy);
  await mustAgree(who(), 'bundles.journey', journeys, journeys.of.policy);
});
