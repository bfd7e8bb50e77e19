import { checkGb11643, checkGb32100 } from '../../src/kernel/validation/check-digits';
import { BUNDLE_CODE } from '../../src/seed/bundle';
import { type CaseName, caseId, caseNames, licenceId } from '../../src/seed/cases';
import { nationalItems, regionalItems } from '../../src/seed/catalogue';
import { WITHDRAWABLE } from '../../src/seed/console/catalogue';
import { seedDemoRegion } from '../../src/seed/demo-region';
import { idOf } from '../../src/seed/house';
import { listRows } from '../../src/seed/lists';
import { COUNTY, organization, organizations } from '../../src/seed/organizations';
import { enterprise } from '../../src/seed/people';
import { DEMO_PASSWORD, demoSignIns, partner, type PersonName, persons, type StaffName } from '../../src/seed/sign-ins';
import type { Agent } from '../kit/agent';
import { World } from '../kit/world';

type TokenFor = (url: string, name: string) => Promise<string>;
type Items = { items: Record<string, string>[]; nextCursor: string | null };

let w: World;
let tokenFor: TokenFor;
let seconds: number;

beforeAll(async () => {
  // What the demo script and `npm run token` use.
  const script: string = '../../scripts/lib/sign-in.mjs';
  ({ tokenFor } = (await import(script)) as { tokenFor: TokenFor });
  w = await World.open();
  const begun = Date.now();
  const breakOff = (line: string) => {
    if (line.includes('implementation lists')) throw new Error('broken off');
  };
  await expect(seedDemoRegion(w.app, breakOff)).rejects.toThrow('broken off');
  // Two processes that start at once.
  await Promise.all([seedDemoRegion(w.app), seedDemoRegion(w.app)]);
  seconds = (Date.now() - begun) / 1000;
  await w.settle();
}, 90_000);
afterAll(() => w.close());

const agents = new Map<string, Agent>();
async function as(name: PersonName | StaffName): Promise<Agent> {
  if (!agents.has(name)) agents.set(name, w.as(await tokenFor(w.config.publicUrl, name)));
  return agents.get(name)!;
}

/** Every item of a list, page by page. */
async function all(path: string): Promise<Items['items']> {
  const found: Items['items'] = [];
  for (let cursor = ''; ;) {
    const { body } = await w
      .as()
      .get(`${path}${path.includes('?') ? '&' : '?'}limit=100${cursor}`)
      .expect(200);
    const { items, nextCursor } = body as Items;
    found.push(...items);
    if (!nextCursor) return found;
    cursor = `&cursor=${nextCursor}`;
  }
}

test('the numbers of fictional organizations and persons have valid check characters', () => {
  for (const { uscc } of [...organizations.values(), enterprise]) expect([uscc, checkGb32100(uscc).ok]).toEqual([uscc, true]);
  for (const { idNumber } of Object.values(persons)) expect(checkGb11643(idNumber, '2026-01-01').ok).toBe(true);
});

test('it is made within half a minute beside other specs, also when it was broken off in between', () => {
  expect(seconds).toBeLessThan(30);
});

test('every demo sign-in works the way a browser signs in', async () => {
  for (const { signInName } of demoSignIns) await (await as(signInName as StaffName)).get('/v1/me').expect(200);
}, 30_000);

test('the partner system signs in with its client credentials', async () => {
  const answer = await fetch(`${w.config.publicUrl}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${partner.clientId}:${DEMO_PASSWORD}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'api' }),
  });
  expect(answer.status).toBe(200);
});

test('ids are the same in every installation', async () => {
  expect(organization('county-hr').id).toBe('019b76da-a800-7c31-8dfb-76748517e917');
  expect(caseId('completed')).toBe('019b76da-a800-7fd0-8d83-7cce8d76da15');
  const { body } = await w.as().get('/v1/organizations/019b76da-a800-7c31-8dfb-76748517e917').expect(200);
  expect(body).toMatchObject({ uscc: '1165402199X800225M', name: '伊宁县人力资源和社会保障局（演示）', divisionCode: COUNTY });
});

test('about thirty items of the national catalogue and a few of the region are in force', async () => {
  const codes = (await all('/v1/catalog/items')).map(({ basicCode }) => basicCode);
  expect(nationalItems).toHaveLength(30);
  const made = [...nationalItems, ...regionalItems].map(({ basicCode }) => basicCode);
  expect(codes.sort()).toEqual([...made, WITHDRAWABLE].sort());
});

test('lists are published at three levels', async () => {
  const guides = await all('/v1/guides');
  // One each to be withdrawn, suspended and resumed, one that was imported, and one under a new law.
  expect(guides).toHaveLength(listRows.length + 5);
  const levels = guides.map(({ variantCode }) => variantCode![18]);
  for (const level of ['2', '3', '4']) expect(levels.filter((one) => one === level).length).toBeGreaterThanOrEqual(10);
});

test('there is a case in every state, before the eyes of the county officer', async () => {
  const states: Partial<Record<CaseName, string>> = {
    denied: 'completed',
    'licence-annulled': 'completed',
    licence: 'completed',
  };
  for (const name of caseNames.filter((one) => one !== 'draft')) {
    const { body } = await (await as('county-officer')).get(`/v1/cases/${caseId(name)}`).expect(200);
    expect([name, (body as { state: string }).state]).toEqual([
      name,
      states[name] ?? (name === 'on-the-spot' ? 'completed' : name),
    ]);
  }
  const { body } = await (await as('citizen')).get(`/v1/cases/${caseId('draft')}`).expect(200);
  expect(body).toMatchObject({ state: 'draft' });
});

test('one licence is valid and one is annulled', async () => {
  for (const [name, state] of [
    ['valid', 'valid'],
    ['annulled', 'annulled'],
  ] as const) {
    const { body } = await (await as('representative')).get(`/v1/licences/${licenceId(name)}`).expect(200);
    expect(body).toMatchObject({ state });
  }
});

test('a journey is on its way, ratings are given, a delegation stands', async () => {
  const journey = await (await as('second-citizen')).get(`/v1/journeys/${idOf('journey', 'birth')}`).expect(200);
  expect(journey.body).toMatchObject({ code: BUNDLE_CODE });
  for (const [name, grade] of [
    ['good', 5],
    ['bad', 2],
  ] as const) {
    const { body } = await (await as('rating-desk')).get(`/v1/ratings/${idOf('rating', name)}`).expect(200);
    expect(body).toMatchObject({ grade });
  }
  const { body } = await (
    await as('county-head')
  )
    .get(`/v1/organizations/${organization('county-hr').id}/delegations`)
    .expect(200);
  expect((body as Items).items.map(({ id }) => id)).toContain(idOf('delegation', 'county-clerk'));
});

test('a second run writes nothing', async () => {
  const tables = ['kernel.history', 'kernel.fact', 'kernel.delivery', 'kernel.counter', 'identity.account'];
  const count = async (table: string) => (await w.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
  const before = await Promise.all(tables.map(count));
  const said: string[] = [];
  await seedDemoRegion(w.app, (line) => said.push(line));
  expect(await Promise.all(tables.map(count))).toEqual(before);
  expect(said).toEqual([]);
});
