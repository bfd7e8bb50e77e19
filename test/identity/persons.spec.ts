import { givenOrganization } from '../kit/given-organization';
import { newIdNumber, person, staff } from '../kit/actors';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const presence = { how: 'card-read', reference: 'R-2026-0001' };

async function clerk() {
  const { id: unit } = await givenOrganization(w);
  return staff(w, { role: 'clerk', unit });
}

test('identity/P6: registering a known identity number answers the same id and nothing else about the person', async () => {
  const { agent } = await clerk();
  const facts = { name: '张三', idNumber: newIdNumber(), presence };
  const first = await agent.post('/v1/persons', facts).expect(201);
  const again = await agent.post('/v1/persons', { ...facts, name: '李四' }).expect(201);
  expect(again.body).toEqual(first.body);
  expect(Object.keys(first.body)).toEqual(['id']);
});

test('identity/P6: without proof of presence nobody is registered', async () => {
  const { agent } = await clerk();
  const { body } = await agent.post('/v1/persons', { name: '张三', idNumber: newIdNumber() }).expect(422);
  expect(body.errors[0].pointer).toBe('/presence');
});

test('identity/N3: an identity number with a wrong check digit or an impossible birthday is refused (GB 11643)', async () => {
  const { agent } = await clerk();
  for (const [idNumber, reason] of [
    ['650102199003071236', 'check-digit'],
    ['650102199002301235', 'date'],
  ] as const) {
    const { body } = await agent.post('/v1/persons', { name: '张三', idNumber, presence }).expect(422);
    expect(body).toMatchObject({
      code: 'identity.bad-id-number',
      rule: 'identity/N3',
      errors: [{ pointer: '/idNumber', code: reason }],
    });
  }
});

test('identity/P10: staff who read a person name a purpose, and the person sees it in their access log', async () => {
  const { agent } = await clerk();
  const applicant = await person(w);
  await agent
    .with({ purpose: '' })
    .get(`/v1/persons/${applicant.id}`)
    .expect(400)
    .expect(({ body }) => expect(body.rule).toBe('identity/P10'));
  const { body } = await agent.with({ purpose: 'counter-service' }).get(`/v1/persons/${applicant.id}`).expect(200);
  expect(body.maskedIdentifier).toMatch(/^\*{14}[\dX]{4}$/);
  expect(body.maskedName).toBe('阿**丽');
  const log = await applicant.agent.get('/v1/me/access-log').expect(200);
  expect(log.body.items).toEqual([
    expect.objectContaining({ purpose: 'counter-service', operation: 'read', readerKind: 'staff' }),
  ]);
  await applicant.agent.get(`/v1/persons/${applicant.id}`).expect(200);
  expect((await applicant.agent.get('/v1/me/access-log')).body.items).toHaveLength(1);
});

test('a person does not see another person', async () => {
  const [one, other] = [await person(w), await person(w)];
  await one.agent.get(`/v1/persons/${other.id}`).expect(404);
});

test('a database dump shows no name and no identity number', async () => {
  const idNumber = newIdNumber();
  const { id } = await person(w, { name: '不可见的人', idNumber });
  const [row] = await w.rows<{ text: string }>('select p::text as text from identity.person p where id = $1', [id]);
  expect(row!.text).not.toContain(idNumber);
  expect(row!.text).not.toContain('不可见的人');
});

const NOBODY = '00000000-0000-7000-8000-000000000000';

test('identity/N3: staff and systems work for an organization that exists, and a sign-in name is taken once', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const facts = { name: '王芳', grants: [{ role: 'supervisor', area: '650100000000' }] };
  for (const refused of [
    await agent.post('/v1/staff', { ...facts, organizationId: NOBODY }).expect(422),
    await agent.post('/v1/partners', { name: '业务系统', organizationId: NOBODY }).expect(422),
  ])
    expect(refused.body).toMatchObject({ code: 'identity.no-such-organization', rule: 'identity/N3' });
  const named = { ...facts, signInName: 'wang.fang', password: 'long-enough-2026' };
  await agent.post('/v1/staff', named).expect(201);
  const again = await agent.post('/v1/staff', named).expect(409);
  expect(again.body).toMatchObject({ code: 'identity.sign-in-name-taken', rule: 'identity/N3' });
});

test('identity/N3: an administrator grants roles within their own area only', async () => {
  const { agent } = await staff(w, { role: 'service-administrator', area: '650100000000' });
  const inside = await givenOrganization(w, { divisionCode: '650102000000' });
  const outside = await givenOrganization(w, { divisionCode: '653101000000' });
  await agent
    .post('/v1/staff', { name: '王芳', organizationId: inside.id, grants: [{ role: 'clerk', unit: inside.id }] })
    .expect(201);
  for (const grants of [
    [{ role: 'clerk', unit: outside.id }],
    [{ role: 'supervisor', area: '650000000000' }],
    [{ role: 'platform-operator' }],
    [{ role: 'clerk' }],
  ]) {
    const { body } = await agent.post('/v1/staff', { name: '王芳', organizationId: inside.id, grants }).expect(422);
    expect(body).toMatchObject({ code: 'identity.grant-too-wide', rule: 'identity/N3' });
  }
});
