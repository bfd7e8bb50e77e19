import { DirectoryFacade, type OrganizationCard } from '../../src/modules/directory/directory.facade';
import { partner, person, type Somebody, staff } from '../kit/actors';
import { givenGuide } from '../kit/given-guide';
import { givenItem, newBasicCode } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let organ: OrganizationCard;
let head: Somebody;
let chief: Somebody;
let today: string;
beforeAll(async () => {
  w = await World.open();
  today = await todayOf();
  [ITEM, OTHER_ITEM] = [(await givenItem(w)).basicCode, (await givenItem(w)).basicCode];
});
beforeEach(async () => {
  organ = await givenOrganization(w);
  head = await staff(w, { role: 'department-head', unit: organ.id });
  chief = await staff(w, { role: 'officer', unit: organ.id });
});
afterAll(() => w.close());

let ITEM: string;
let OTHER_ITEM: string;

const todayOf = async () =>
  (await w.rows<{ day: string }>(`select to_char(kernel.now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`))[0]!.day;
const inDays = (count: number) => new Date(Date.parse(`${today}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
const path = () => `/v1/organizations/${organ.id}/delegations`;
const facts = (more = {}) => ({
  ...{ staffId: chief.id, basicCodes: [ITEM], steps: ['acceptance', 'decision'], fromOn: today, toOn: inDays(30) },
  ...more,
});
const granted = async (more = {}) => (await head.agent.post(path(), facts(more)).expect(201)).body as { id: string };
const live = (basicCode?: string, step: 'review' | 'decision' = 'decision') =>
  w.get(DirectoryFacade).liveDelegation(chief.id, organ.id, basicCode ?? ITEM, step);

test('directory/D4: a delegation names organ, person, items, steps and days, and holds for these alone', async () => {
  const { body } = await head.agent.post(path(), facts()).expect(201);
  expect(body).toMatchObject({ ...facts(), organizationId: organ.id, allItems: false, state: 'granted', acts: ['revoke'] });
  expect(await live()).toMatchObject({ id: body.id, staffId: chief.id, organizationId: organ.id });
  expect(await live(OTHER_ITEM)).toBeUndefined();
  expect(await live(ITEM, 'review')).toBeUndefined();
  const facade = w.get(DirectoryFacade);
  expect(await facade.liveDelegation(head.id, organ.id, ITEM, 'decision')).toBeUndefined();
  expect(await facade.liveDelegation(chief.id, (await givenOrganization(w)).id, ITEM, 'decision')).toBeUndefined();
});

test('directory/D4: a delegation of all items covers every item of the organ', async () => {
  const { id } = await granted({ allItems: true, basicCodes: undefined });
  expect([await live(), await live(OTHER_ITEM)]).toMatchObject([{ id }, { id }]);
});

test('directory/D4: revoked, it holds no more from that moment, and is not revoked twice', async () => {
  const { id } = await granted();
  const { body } = await head.agent.post(`${path()}/${id}/revocation`, { reason: '岗位调整' }).expect(200);
  expect(body).toMatchObject({ state: 'revoked', revocationReason: '岗位调整', revokedAt: expect.any(String), acts: [] });
  expect(await live()).toBeUndefined();
  const again = await head.agent.post(`${path()}/${id}/revocation`, { reason: '岗位调整' }).expect(409);
  expect(again.body).toMatchObject({ code: 'kernel.not-possible-now', state: 'revoked' });
});

test('directory/D4: an organ that is closed has no delegates, and grants nothing', async () => {
  await granted();
  const { agent } = await staff(w, { role: 'platform-operator' });
  await agent.post(`/v1/organizations/${organ.id}/closure`, { reason: '机构改革撤销' }).expect(200);
  expect(await live()).toBeUndefined();
  const { body } = await head.agent.post(path(), facts()).expect(422);
  expect(body.code).toBe('directory.no-such-organization');
});

test('directory/D4: only the head of the unit grants and revokes: not another unit, not the administration, not the delegate', async () => {
  const { id } = await granted();
  const otherUnit = await givenOrganization(w);
  const others = [
    await staff(w, { role: 'department-head', unit: otherUnit.id }),
    await staff(w, { role: 'service-administrator', area: '650000000000' }),
    chief,
  ];
  for (const { agent } of others) {
    const { body } = await agent.post(path(), facts()).expect(403);
    expect(body.code).toBe('kernel.not-allowed');
  }
  await others[0]!.agent.post(`${path()}/${id}/revocation`, { reason: '岗位调整' }).expect(404);
  await others[1]!.agent.post(`${path()}/${id}/revocation`, { reason: '岗位调整' }).expect(403);
  await head.agent.post(`/v1/organizations/${otherUnit.id}/delegations/${id}/revocation`, { reason: '岗位调整' }).expect(404);
  expect(await live()).toMatchObject({ id });
});

test.each([
  ['that ends before it begins', () => ({ fromOn: inDays(5), toOn: inDays(4) }), 'directory.delegation-period'],
  ['that is over already', () => ({ fromOn: inDays(-9), toOn: inDays(-1) }), 'directory.delegation-period'],
  ['to oneself', () => ({ staffId: head.id }), 'directory.delegation-to-oneself'],
  ['of no item', () => ({ basicCodes: [] }), 'directory.delegation-scope'],
  ['of all items and of one', () => ({ allItems: true }), 'directory.delegation-scope'],
  ['of a step named twice', () => ({ steps: ['decision', 'decision'] }), 'directory.delegation-twice'],
  ['of an item named twice', () => ({ basicCodes: [ITEM, OTHER_ITEM, ITEM] }), 'directory.delegation-twice'],
  ['of an item that does not exist', () => ({ basicCodes: [newBasicCode()] }), 'catalog.delegated-item-unknown'],
])('directory/D4: a delegation %s is refused', async (_, more, code) => {
  const { body } = await head.agent.post(path(), facts(more())).expect(422);
  expect(body).toMatchObject({ code, rule: 'directory/D4' });
});

test('directory/D4: a delegate works at the organ: no citizen, no system, nobody of another organ, nobody who has left', async () => {
  const left = await staff(w, { role: 'officer', unit: organ.id });
  const { agent } = await staff(w, { role: 'platform-operator' });
  await agent.post(`/v1/staff/${left.id}/deactivation`, { reason: '调离' }).expect(200);
  const elsewhere = await staff(w, { role: 'officer', unit: (await givenOrganization(w)).id });
  for (const { id } of [await person(w), await partner(w, organ.id), elsewhere, left]) {
    const { body } = await head.agent.post(path(), facts({ staffId: id })).expect(422);
    expect(body).toMatchObject({ code: 'catalog.delegate-elsewhere', rule: 'directory/D4' });
  }
  expect((await head.agent.get(path()).expect(200)).body.items).toEqual([]);
});

test('directory/D4: a delegation of an unknown step or an impossible item code is refused, naming the field', async () => {
  const { body } = await head.agent.post(path(), facts({ steps: ['signing'], basicCodes: ['12'] })).expect(422);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(['/basicCodes', '/steps']);
});

test('directory/D4: delegations are listed newest first, by person and by whether they hold, to those who may see them', async () => {
  const first = await granted();
  const later = await granted({ fromOn: inDays(10), toOn: inDays(20) });
  const revoked = await granted();
  await head.agent.post(`${path()}/${revoked.id}/revocation`, { reason: '岗位调整' }).expect(200);
  const ids = async (by: Somebody, query = '') =>
    (await by.agent.get(path() + query).expect(200)).body.items.map(({ id }: { id: string }) => id);

  expect(await ids(head)).toEqual([revoked.id, later.id, first.id]);
  expect(await ids(head, '?live=true')).toEqual([first.id]);
  expect(await ids(head, '?live=false')).toEqual([revoked.id, later.id]);
  expect(await ids(head, `?staffId=${head.id}`)).toEqual([]);
  const page = await head.agent.get(`${path()}?limit=2`).expect(200);
  expect(await ids(head, `?limit=2&cursor=${page.body.nextCursor}`)).toEqual([first.id]);

  expect(await ids(chief)).toHaveLength(3);
  expect(await ids(await staff(w, { role: 'supervisor', area: '650100000000' }))).toHaveLength(3);
  expect(await ids(await staff(w, { role: 'supervisor', area: '653100000000' }))).toEqual([]);
  expect(await ids(await staff(w, { role: 'officer', unit: (await givenOrganization(w)).id }))).toEqual([]);
  await w.as().get(path()).expect(401);
});

test("directory/D4: the rate: items in the centre that may be decided at the window, of the items in the centre, each organ's once", async () => {
  const division = '650103000000';
  const rate = async () => (await w.as().get(`/v1/delegation-rate?division=${division}`).expect(200)).body;
  expect(await rate()).toEqual({ division, at: expect.any(String), items: 0, delegated: 0, target: 9500 });
  const organization = await givenOrganization(w, { divisionCode: division });
  const coverage = {
    fullyOnline: true,
    inCentre: false,
    onPlatform: true,
    notInCentreCause: 'site-limits' as const,
    notInCentreReason: '场地限制',
  };
  const [one, two] = [await givenGuide(w, { organization }), await givenGuide(w, { organization })];
  await givenGuide(w, { organization, overrides: { coverage } });
  await givenGuide(w, { organization, level: '5', item: { exerciseLevels: ['5'] } });
  const { basicCode } = one.guide;
  const staffId = (await staff(w, { role: 'officer', unit: organization.id })).id;
  const theirs = await staff(w, { role: 'department-head', unit: organization.id });
  const grant = (more: object) =>
    theirs.agent.post(`/v1/organizations/${organization.id}/delegations`, facts({ staffId, ...more })).expect(201);
  await grant({ basicCodes: [two.guide.basicCode], steps: ['acceptance', 'delivery'] });
  await grant({ basicCodes: [basicCode] });
  const found = await rate();
  expect(found).toMatchObject({ items: 2, delegated: 1, rate: 5000 });
  expect(await rate()).toMatchObject({ items: 2, delegated: 1, rate: 5000 });
  await grant({ basicCodes: undefined, allItems: true });
  expect(await rate()).toMatchObject({ items: 2, delegated: 2, rate: 10000 });
  await w.as().get('/v1/delegation-rate?division=999999999999').expect(404);
});

test('directory/D4: both days belong to it: it holds from the first and no more on the day after the last', async () => {
  const { id } = await granted({ fromOn: inDays(1), toOn: inDays(2) });
  const held: [string, boolean][] = [[today, Boolean(await live())]];
  for (let count = 0; count < 3; count++) {
    await w.turnClock({ days: 1 });
    held.push([await todayOf(), (await live())?.id === id]);
  }
  expect(held).toEqual([
    [today, false],
    [inDays(1), true],
    [inDays(2), true],
    [inDays(3), false],
  ]);
});
