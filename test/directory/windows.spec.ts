import { DirectoryFacade } from '../../src/modules/directory/directory.facade';
import { type Somebody, staff } from '../kit/actors';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let editor: Somebody;
let hostId: string;
beforeAll(async () => {
  w = await World.open();
  hostId = (await givenOrganization(w)).id;
  editor = await staff(w, { role: 'service-administrator', area: '650102000000' });
});
afterAll(() => w.close());

const NOWHERE = '00000000-0000-7000-8000-000000000000';
const hours = [{ weekdays: [1, 2, 3, 4, 5], opens: '10:00', closes: '18:00' }];
const window = (label: string, kind = 'comprehensive') => ({ label, name: '综合窗口', kind });

async function givenPlace(): Promise<string> {
  const place = { kind: 'centre', name: '示例区政务服务中心', divisionCode: '650102000000', address: '示例路 1 号', hours };
  const { body } = await editor.agent.post('/v1/service-places', { ...place, hostId }).expect(201);
  return `/v1/service-places/${body.id}`;
}
const labels = async (path: string) =>
  (await w.as().get(path).expect(200)).body.items.map(({ label }: { label: string }) => label);

test('windows of every kind stand below their place and are listed by label and kind', async () => {
  const place = await givenPlace();
  const kinds = [
    'comprehensive',
    'inter-province',
    'in-region',
    'one-matter',
    'assisted',
    'could-not-get-it-done',
    'green-channel',
  ];
  for (const [index, kind] of kinds.entries())
    await editor.agent.post(`${place}/windows`, window(`A0${7 - index}`, kind)).expect(201);
  expect(await labels(`${place}/windows`)).toEqual(['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07']);
  expect(await labels(`${place}/windows?kind=could-not-get-it-done`)).toEqual(['A02']);

  const { body } = await w.as().get(`${place}/windows?limit=5`).expect(200);
  expect(await labels(`${place}/windows?limit=5&cursor=${body.nextCursor}`)).toEqual(['A06', 'A07']);
  await editor.agent.post(`${place}/windows`, window('A08', 'vip')).expect(422);
});

test('two open windows of a place never share a label; a closed one gives its label back', async () => {
  const place = await givenPlace();
  const { body: first } = await editor.agent.post(`${place}/windows`, window('A01')).expect(201);
  const { body } = await editor.agent.post(`${place}/windows`, window('A01')).expect(409);
  expect(body.code).toBe('directory.window-label-taken');
  await editor.agent.post(`${place}/windows/${first.id}/closure`, { reason: '整合' }).expect(200);
  await editor.agent.post(`${place}/windows`, window('A01', 'one-matter')).expect(201);
  expect(await labels(`${place}/windows?state=closed`)).toEqual(['A01']);
});

test('of two who open a window with the same label at once, one wins', async () => {
  const place = await givenPlace();
  const answers = await Promise.all([1, 2, 3].map(() => editor.agent.post(`${place}/windows`, window('A01'))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('a window is closed once, and only where it stands', async () => {
  const [place, other] = [await givenPlace(), await givenPlace()];
  const { body } = await editor.agent.post(`${place}/windows`, window('A01')).expect(201);
  await editor.agent.post(`${other}/windows/${body.id}/closure`, { reason: '整合' }).expect(404);
  await editor.agent.post(`${place}/windows/${NOWHERE}/closure`, { reason: '整合' }).expect(404);
  await editor.agent.post(`${place}/windows/${body.id}/closure`, { reason: '整合' }).expect(200);
  const again = await editor.agent.post(`${place}/windows/${body.id}/closure`, { reason: '整合' }).expect(409);
  expect(again.body.code).toBe('kernel.not-possible-now');
});

test('a place closes with its windows and takes no new one; other modules still find the window that cases name', async () => {
  const place = await givenPlace();
  const { body } = await editor.agent.post(`${place}/windows`, { ...window('A01'), organizationId: hostId }).expect(201);
  const card = { id: body.id, label: 'A01', kind: 'comprehensive', organizationId: hostId, placeName: '示例区政务服务中心' };
  expect(await w.get(DirectoryFacade).window(body.id)).toMatchObject({ ...card, state: 'open', divisionCode: '650102000000' });
  await editor.agent.post(`${place}/closure`, { reason: '迁址' }).expect(200);
  expect(await w.get(DirectoryFacade).window(body.id)).toMatchObject({ ...card, state: 'closed' });
  expect(await w.get(DirectoryFacade).window(NOWHERE)).toBeUndefined();
  await editor.agent.post(`${place}/windows`, window('A02')).expect(409);
});

test('a window of an organ names one that works; windows are opened by who edits the place', async () => {
  const place = await givenPlace();
  const { body } = await editor.agent.post(`${place}/windows`, { ...window('A01'), organizationId: NOWHERE }).expect(422);
  expect(body.code).toBe('directory.no-such-organization');
  const elsewhere = await staff(w, { role: 'service-administrator', area: '653100000000' });
  await elsewhere.agent.post(`${place}/windows`, window('A01')).expect(403);
  await w.as().get(`/v1/service-places/${NOWHERE}/windows`).expect(404);
});
