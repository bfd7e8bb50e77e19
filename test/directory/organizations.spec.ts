import { staff } from '../kit/actors';
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
