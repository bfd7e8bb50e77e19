import { type Somebody, staff } from '../kit/actors';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

const PATH = '/v1/providers';
let w: World;
let editor: Somebody;
let organ: string;
beforeAll(async () => {
  w = await World.open();
  organ = (await givenOrganization(w)).id;
  editor = await staff(w, { role: 'service-administrator', area: '650102000000' });
});
afterAll(() => w.close());

const complaint = () => ({ phone: '0991-0000001', organizationId: organ });
const facts = () => ({ name: '示例供水单位', supervisorId: organ, phone: '0991-0000000', complaint: complaint() });
const provider = (more: object = {}) => ({ ...facts(), kind: 'water', divisionCode: '650102000000', ...more });

test('directory/D7: a provider has kind, supervising organ and a complaint route, is read by anybody, changed and closed', async () => {
  const { body } = await editor.agent.post(PATH, provider()).expect(201);
  const path = `${PATH}/${body.id}`;
  expect((await w.as().get(path).expect(200)).body).toMatchObject({ ...provider(), state: 'active', acts: [] });
  await editor.agent.put(path, facts()).expect(428);
  await editor.agent.with({ 'if-match': '"9"' }).put(path, facts()).expect(412);
  const renamed = await editor.agent
    .with({ 'if-match': '"1"' })
    .put(path, { ...facts(), name: '示例水务单位' })
    .expect(200);
  expect(renamed.body).toMatchObject({ name: '示例水务单位', version: 2 });
  const notary = await editor.agent.post(PATH, provider({ kind: 'notary' })).expect(201);
  const ids = async (query: string) =>
    (await w.as().get(`${PATH}?division=650102000000&${query}`).expect(200)).body.items.map(({ id }: { id: string }) => id);
  expect(await ids('kind=notary')).toEqual([notary.body.id]);
  await editor.agent.post(`${path}/closure`, { reason: '停止经营' }).expect(200);
  expect(await ids('limit=1')).toEqual([notary.body.id]);
  expect(await ids('state=closed')).toEqual([body.id]);
});

test.each([
  ['without any', () => undefined, ['/complaint/phone', '/complaint/organizationId']],
  ['without a telephone', () => ({ organizationId: organ }), ['/complaint/phone']],
  ['without a responsible organ', () => ({ phone: '0991-0000001' }), ['/complaint/organizationId']],
])('directory/D7: a provider %s complaint route is refused, also when it is changed', async (_, route, pointers) => {
  const { body } = await editor.agent.post(PATH, provider({ complaint: route() })).expect(422);
  expect(body).toMatchObject({ code: 'directory.complaint-route-missing', rule: 'directory/D7' });
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  const { id } = (await editor.agent.post(PATH, provider()).expect(201)).body as { id: string };
  const changed = { ...facts(), complaint: route() };
  await editor.agent.with({ 'if-match': '"1"' }).put(`${PATH}/${id}`, changed).expect(422);
});

test('directory/D7: supervisor and complaint organ are at work, and editors keep to their area', async () => {
  const nobody = '00000000-0000-7000-8000-000000000000';
  for (const wrong of [{ supervisorId: nobody }, { complaint: { ...complaint(), organizationId: nobody } }])
    expect((await editor.agent.post(PATH, provider(wrong)).expect(422)).body.code).toBe('directory.no-such-organization');
  await editor.agent.post(PATH, provider({ divisionCode: '653100000000' })).expect(403);
});
