import type { OrganizationCard } from '../../src/modules/directory/directory.facade';
import { type Somebody, staff } from '../kit/actors';
import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { givenItem, newBasicCode } from '../kit/given-item';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

const TOWNSHIP = '650102002000';
const PATH = '/v1/downward-arrangements';

let w: World;
let desk: Desk;
let bureau: OrganizationCard;
let township: OrganizationCard;
let administrator: Somebody;
let today: string;
let item: string;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
  bureau = desk.guide.organization;
  administrator = await staff(w, { role: 'service-administrator', area: '650102000000' });
  const days = await w.rows<{ day: string }>(`select (kernel.now() at time zone 'Asia/Shanghai')::date::text as day`);
  today = days[0]!.day;
});
beforeEach(async () => {
  township = await givenOrganization(w, { divisionCode: TOWNSHIP });
  item = (await givenItem(w)).basicCode;
});
afterAll(() => w.close());

const inDays = (count: number) => new Date(Date.parse(`${today}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
const byGrantor = { decides: 'grantor', liable: 'grantor' };
const byReceiver = { decides: 'receiver', liable: 'receiver' };
const facts = (more: object = {}) => ({
  ...{ grantorId: bureau.id, receiverId: township.id, mode: 'entrusted-acceptance', itemCodes: [item], ...byGrantor },
  ...{ documentNumber: '示例〔2026〕1号', fromOn: today, ...more },
});
const arrange = (more: object = {}) => desk.head.agent.post(PATH, facts(more));
const arranged = async (more: object = {}) => (await arrange(more).expect(201)).body as { id: string };
const revoke = (id: string) => desk.head.agent.post(`${PATH}/${id}/revocation`, { reason: '承接能力不足' });

async function givenPlace(hostId = township.id): Promise<{ id: string; items: () => Promise<Record<string, unknown>[]> }> {
  const hours = [{ weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '18:00' }];
  const place = { kind: 'convenience-centre', name: '示例便民服务中心', divisionCode: TOWNSHIP, address: '示例路 1 号', hours };
  const { body } = await administrator.agent.post('/v1/service-places', { ...place, hostId }).expect(201);
  const { id } = body as { id: string };
  return { id, items: async () => (await w.as().get(`/v1/service-places/${id}/items`).expect(200)).body.items };
}

test.each([
  ['entrusted-acceptance', byGrantor],
  ['authorized-handling', byReceiver],
  ['authorized-handling', { decides: 'receiver', liable: 'grantor' }],
  ['assisted-handling', byGrantor],
])('directory/D5: %s is recorded with who decides and who is liable, %j, and is read by everybody', async (mode, sides) => {
  const { body } = await arrange({ mode, ...sides, toOn: inDays(30) }).expect(201);
  expect(body).toMatchObject({ ...facts({ mode, ...sides, toOn: inDays(30) }), state: 'granted', acts: ['revoke'] });
  expect((await w.as().get(`${PATH}/${body.id}`).expect(200)).body).toMatchObject({ id: body.id, mode, ...sides, acts: [] });
});

test.each([
  ['a decision by the receiver under entrusted acceptance', { decides: 'receiver' }, 'directory.wrong-decider'],
  ['a decision by a helper', { mode: 'assisted-handling', decides: 'receiver' }, 'directory.wrong-decider'],
  [
    'a decision by the grantor where handling is authorized',
    { mode: 'authorized-handling', liable: 'receiver' },
    'directory.wrong-decider',
  ],
  ['liability of the receiver for an entrusted acceptance', { liable: 'receiver' }, 'directory.wrong-liability'],
  ['an end before the beginning', () => ({ fromOn: inDays(5), toOn: inDays(4) }), 'directory.arrangement-period'],
  ['an end in the past', () => ({ fromOn: inDays(-9), toOn: inDays(-1) }), 'directory.arrangement-period'],
  ['no receiver', { receiverId: undefined }, 'directory.one-receiver'],
  ['an item named twice', () => ({ itemCodes: [item, item] }), 'directory.item-code-twice'],
  ['a place that is none', { receiverId: undefined, placeId: '00000000-0000-7000-8000-000000000000' }, 'directory.no-such-place'],
] as [string, object | (() => object), string][])('directory/D5: %s is refused', async (_, more, code) => {
  const { body } = await arrange(typeof more === 'function' ? (more() as object) : more).expect(422);
  expect(body).toMatchObject({ code, rule: 'directory/D5' });
});

test('directory/D5: items come down: from an organ above to a township or village, not sideways, up or to a county', async () => {
  const district = await givenOrganization(w);
  const elsewhere = await givenOrganization(w, { divisionCode: '654021100000' });
  const code = async (receiver: OrganizationCard) => (await arrange({ receiverId: receiver.id }).expect(422)).body.code;
  expect(await code(district)).toBe('directory.not-downward');
  expect(await code(elsewhere)).toBe('directory.grantor-not-above');
  const head = await staff(w, { role: 'department-head', unit: township.id });
  const neighbour = await givenOrganization(w, { divisionCode: TOWNSHIP });
  const sideways = await head.agent.post(PATH, facts({ grantorId: township.id, receiverId: neighbour.id })).expect(422);
  expect(sideways.body).toMatchObject({ code: 'directory.grantor-not-above', rule: 'directory/D5' });
  const village = await givenOrganization(w, { divisionCode: '650102002002' });
  await head.agent.post(PATH, facts({ grantorId: township.id, receiverId: village.id })).expect(201);
});

test('directory/D5: only items of the catalogue come down, alone or with their main item', async () => {
  const { body } = await arrange({ itemCodes: [item, newBasicCode(), '000199998'] }).expect(422);
  expect(body).toMatchObject({ code: 'catalog.downward-item-unknown', rule: 'directory/D5' });
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/itemCodes/1', '/itemCodes/2']);
  await arranged({ itemCodes: [item.slice(0, 9)] });
});

test('directory/D5: one item comes to one place in one mode at a time, also through its main item or another grantor', async () => {
  const { id } = await arranged({ toOn: inDays(10) });
  const authorized = { mode: 'authorized-handling', ...byReceiver };
  const refused = async (more: object) => (await arrange({ ...authorized, ...more }).expect(409)).body;
  expect(await refused({})).toMatchObject({ code: 'directory.other-mode', rule: 'directory/D5' });
  expect((await refused({ itemCodes: [item.slice(0, 9)] })).code).toBe('directory.other-mode');
  const place = await givenPlace();
  expect((await refused({ receiverId: undefined, placeId: place.id })).code).toBe('directory.other-mode');
  await arranged({ ...authorized, fromOn: inDays(11) });
  await revoke(id).expect(200);
  await arranged({ ...authorized, toOn: inDays(10) });
  const another = [(await givenItem(w)).basicCode];
  const answers = await Promise.all(
    ['entrusted-acceptance', 'assisted-handling'].map((mode) => arrange({ mode, itemCodes: another })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test('directory/D5: only the head of the grantor arranges and revokes, once', async () => {
  const receiverHead = await staff(w, { role: 'department-head', unit: township.id });
  await receiverHead.agent.post(PATH, facts()).expect(403);
  await administrator.agent.post(PATH, facts()).expect(403);
  const { id } = await arranged();
  await receiverHead.agent.post(`${PATH}/${id}/revocation`, { reason: '收回' }).expect(403);
  const { body } = await revoke(id).expect(200);
  expect(body).toMatchObject({ state: 'revoked', revocationReason: '承接能力不足', revokedAt: expect.any(String) });
  expect((await revoke(id).expect(409)).body.code).toBe('kernel.not-possible-now');
});

test('directory/D5: a place says which items it has in which mode, who decides and who is liable', async () => {
  const place = await givenPlace();
  const other = await givenPlace((await givenOrganization(w, { divisionCode: TOWNSHIP })).id);
  const whole = (await givenItem(w)).basicCode;
  const { id } = await arranged({ receiverId: undefined, placeId: place.id });
  await arranged({ mode: 'authorized-handling', decides: 'receiver', liable: 'receiver', itemCodes: [whole] });
  await arranged({ mode: 'assisted-handling', itemCodes: [(await givenItem(w)).basicCode], fromOn: inDays(3) });
  const [bureauView, townshipView] = [bureau, township].map((organ) => ({ id: organ.id, name: organ.name }));
  expect(await place.items()).toMatchObject([
    { basicCode: item, mode: 'entrusted-acceptance', arrangementId: id, decides: bureauView, liable: bureauView },
    { basicCode: whole, mode: 'authorized-handling', grantor: bureauView, decides: townshipView, liable: townshipView },
  ]);
  expect(await other.items()).toEqual([]);
  const page = await w.as().get(`/v1/service-places/${place.id}/items?limit=1`).expect(200);
  const next = await w.as().get(`/v1/service-places/${place.id}/items?cursor=${page.body.nextCursor}`).expect(200);
  expect(next.body.items).toMatchObject([{ basicCode: whole }]);
  await revoke(id).expect(200);
  expect(await place.items()).toMatchObject([{ basicCode: whole }]);
  await w.as().get('/v1/service-places/00000000-0000-7000-8000-000000000000/items').expect(404);

  const lines = async (query: string) =>
    (await w.as().get(`${PATH}?receiverId=${township.id}&${query}`).expect(200)).body.items as { mode: string }[];
  expect(await lines('live=true')).toMatchObject([{ mode: 'authorized-handling' }]);
  expect(await lines(`basicCode=${item}`)).toMatchObject([{ id, state: 'revoked' }]);
  expect(await lines(`grantorId=${township.id}`)).toEqual([]);
  expect(await lines('mode=assisted-handling&limit=1')).toHaveLength(1);
});

describe('cases of what came down', () => {
  const unit = () => ({ unit: township.id });
  const handlers = async () => ({
    clerk: await staff(w, { role: 'clerk', ...unit() }),
    officer: await staff(w, { role: 'officer', ...unit() }),
  });
  const ours = () => ({ itemCodes: [desk.guide.guide.basicCode] });
  const decide = ({ agent }: Somebody, id: string) => agent.post(`/v1/cases/${id}/decision`, { granted: true });

  test('directory/D5: under authorized handling officers of the receiver decide, and the history says by which arrangement', async () => {
    const { id } = await givenCase(desk, 'accepted');
    const { clerk, officer } = await handlers();
    await decide(officer, id).expect(404);
    const arrangement = await arranged({ ...ours(), mode: 'authorized-handling', ...byReceiver });
    expect((await officer.agent.get(`/v1/cases/${id}`).expect(200)).body.acts).toContain('decide');
    expect((await decide(clerk, id).expect(403)).body.code).toBe('acceptance.no-delegation');
    await decide(officer, id).expect(200);
    const { items } = (await officer.agent.get(`/v1/cases/${id}/history`).expect(200)).body as { items: { act: string }[] };
    expect(items.find(({ act }) => act === 'decide')).toMatchObject({
      ...{ actorId: officer.id, note: { arrangementId: arrangement.id } },
    });
    const other = await givenCase(await givenDesk(w), 'accepted');
    await decide(officer, other.id).expect(404);
    await revoke(arrangement.id).expect(200);
    const next = await givenCase(desk, 'accepted');
    await decide(officer, next.id).expect(404);
  });

  test('directory/D5: under entrusted acceptance the receiver accepts and does not decide; a helper does neither', async () => {
    const { clerk, officer } = await handlers();
    const helping = await arranged({ ...ours(), mode: 'assisted-handling' });
    const { id } = await givenCase(desk, 'submitted');
    await clerk.agent.post(`/v1/cases/${id}/acceptance`, {}).expect(404);
    await revoke(helping.id).expect(200);
    await arranged(ours());
    await clerk.agent.post(`/v1/cases/${id}/acceptance`, {}).expect(200);
    for (const one of [officer, clerk]) {
      const { body } = await decide(one, id).expect(403);
      expect(body).toMatchObject({ code: 'acceptance.receiver-does-not-decide', rule: 'directory/D5' });
    }
    await decide(desk.officer, id).expect(200);
  });
});
