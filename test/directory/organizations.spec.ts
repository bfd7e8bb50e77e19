import { staff } from '../kit/actors';
import { givenOrganization, newUscc } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const organization = { uscc: '1165010299X900031L', name: '示例区民政局', divisionCode: '650102000000' };

test('an organization is registered once, listed under every division above it, and changed only with its ETag', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const made = await agent.post('/v1/organizations', organization).expect(201);
  expect(made.body).toMatchObject({ ...organization, state: 'active', version: 1, acts: ['change', 'close'] });
  await agent
    .post('/v1/organizations', organization)
    .expect(409)
    .expect(({ body }) => expect(body.code).toBe('directory.uscc-taken'));

  const list = await w.as().get('/v1/organizations?division=650000000000').expect(200);
  expect(list.body.items.map(({ uscc }: { uscc: string }) => uscc)).toContain(organization.uscc);

  const change = { name: '示例区民政局（新）', divisionCode: '650102000000' };
  await agent.put(`/v1/organizations/${made.body.id}`, change).expect(428);
  await agent.with({ 'if-match': '"7"' }).put(`/v1/organizations/${made.body.id}`, change).expect(412);
  const changed = await agent.with({ 'if-match': '"1"' }).put(`/v1/organizations/${made.body.id}`, change).expect(200);
  expect(changed.headers.etag).toBe('"2"');
});

test('directory/D3: a code whose check character is wrong is refused, naming the field', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { body } = await agent.post('/v1/organizations', { ...organization, uscc: '11440300MB2C923879' }).expect(422);
  expect(body.errors).toEqual([expect.objectContaining({ pointer: '/uscc', code: 'code' })]);
});

test('directory/D3: an organization stands in a division that exists', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { body } = await agent
    .post('/v1/organizations', { ...organization, uscc: '1165000099X900015W', divisionCode: '659099000000' })
    .expect(422);
  expect(body).toMatchObject({ code: 'directory.no-such-division', rule: 'directory/D3' });
});

test('directory/D3: the organization above it in its line of work is one that works, and not itself', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const superior = await givenOrganization(w, { divisionCode: '650100000000' });
  const facts = { name: '示例区卫生健康委', divisionCode: '650102000000' };
  const nowhere = '00000000-0000-7000-8000-000000000000';
  const { body } = await agent.post('/v1/organizations', { ...facts, uscc: newUscc(), superiorId: nowhere }).expect(422);
  expect(body).toMatchObject({ code: 'directory.no-such-organization', rule: 'directory/D3' });

  const made = await agent.post('/v1/organizations', { ...facts, uscc: newUscc(), superiorId: superior.id }).expect(201);
  expect(made.body.superiorId).toBe(superior.id);
  const itself = await agent
    .with({ 'if-match': '"1"' })
    .put(`/v1/organizations/${made.body.id}`, { ...facts, superiorId: made.body.id })
    .expect(422);
  expect(itself.body).toMatchObject({ code: 'directory.superior-loop', rule: 'directory/D3' });

  // Nor under what stands below it, at whatever distance.
  const below = await agent.post('/v1/organizations', { ...facts, uscc: newUscc(), superiorId: made.body.id }).expect(201);
  const circle = await agent
    .with({ 'if-match': '"1"' })
    .put(`/v1/organizations/${superior.id}`, { name: superior.name, divisionCode: '650100000000', superiorId: below.body.id })
    .expect(422);
  expect(circle.body).toMatchObject({ code: 'directory.superior-loop', rule: 'directory/D3' });

  await agent.post(`/v1/organizations/${superior.id}/closure`, { reason: '机构改革撤销' }).expect(200);
  await agent.post('/v1/organizations', { ...facts, uscc: newUscc(), superiorId: superior.id }).expect(422);
});

test('directory/D2: nothing is set up in a division that stands no more; the answer names its successor', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { body } = await agent
    .post('/v1/organizations', { ...organization, uscc: newUscc('654223000000'), divisionCode: '654223000000' })
    .expect(422);
  expect(body).toMatchObject({ code: 'directory.division-ended', rule: 'directory/D2' });
  expect(body.detail).toContain('654203000000');
});

test('directory/D1: who edits in Ili edits in Tacheng, and neither registers nor moves anything outside', async () => {
  const ili = await staff(w, { role: 'service-administrator', area: '654000000000' });
  const facts = { name: '示例市民政局', divisionCode: '654203000000' };
  const { body } = await ili.agent.post('/v1/organizations', { ...facts, uscc: newUscc('654203000000') }).expect(201);
  await ili.agent.post('/v1/organizations', { ...facts, uscc: newUscc(), divisionCode: '650102000000' }).expect(403);
  await ili.agent
    .with({ 'if-match': '"1"' })
    .put(`/v1/organizations/${body.id}`, { ...facts, divisionCode: '650102000000' })
    .expect(403);
});

test('an organization is found by its exact code, and a closed one takes no further act', async () => {
  const { id, uscc } = await givenOrganization(w);
  const found = await w.as().get(`/v1/organizations?uscc=${uscc}`).expect(200);
  expect(found.body.items.map((one: { id: string }) => one.id)).toEqual([id]);

  const { agent } = await staff(w, { role: 'platform-operator' });
  const closed = await agent.post(`/v1/organizations/${id}/closure`, { reason: '机构改革撤销' }).expect(200);
  expect(closed.body).toMatchObject({ state: 'closed', version: 2, acts: [] });
  const { body } = await agent.post(`/v1/organizations/${id}/closure`, { reason: '机构改革撤销' }).expect(409);
  expect(body).toMatchObject({ code: 'kernel.not-possible-now', state: 'closed', acts: [] });
});
