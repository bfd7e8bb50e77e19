import { staff } from '../kit/actors';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

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
    [{ role: 'catalogue-editor' }],
  ]) {
    const { body } = await agent.post('/v1/staff', { name: '王芳', organizationId: inside.id, grants }).expect(422);
    expect(body).toMatchObject({ code: 'identity.grant-too-wide', rule: 'identity/N3' });
  }
});

test('identity/N3: a grant has the scope that its role is about, of something that exists, and none is there twice', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { id: unit } = await givenOrganization(w);
  const area = '650100000000';
  for (const [grants, pointer, code] of [
    [[{ role: 'clerk' }], '/grants/0/unit', 'missing'],
    [[{ role: 'clerk', area }], '/grants/0/area', 'not-for-an-area'],
    [[{ role: 'clerk', unit, area }], '/grants/0/area', 'not-for-an-area'],
    [[{ role: 'clerk', unit: NOBODY }], '/grants/0/unit', 'unknown'],
    [[{ role: 'supervisor' }], '/grants/0/area', 'missing'],
    [[{ role: 'supervisor', area: '999999999999' }], '/grants/0/area', 'unknown'],
    [[{ role: 'rating-desk', unit }], '/grants/0/unit', 'not-for-a-unit'],
    [[{ role: 'platform-operator', area }], '/grants/0/area', 'not-for-an-area'],
    [
      [
        { role: 'officer', unit },
        { role: 'officer', unit },
      ],
      '/grants/1',
      'twice',
    ],
  ] as const) {
    const { body } = await agent.post('/v1/staff', { name: '王芳', organizationId: unit, grants }).expect(422);
    expect(body).toMatchObject({ code: 'identity.grant-unsound', rule: 'identity/N3', errors: [{ pointer, code }] });
  }
  const grants = [{ role: 'clerk', unit }, { role: 'officer', unit }, { role: 'catalogue-editor' }, { role: 'supervisor', area }];
  const { body: made } = await agent.post('/v1/staff', { name: '王芳', organizationId: unit, grants }).expect(201);
  expect(made.grants).toEqual(grants);
});

test('identity/N3: a role that has been given is changed by the same rules', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { id: unit } = await givenOrganization(w);
  const facts = { name: '王芳', organizationId: unit, grants: [{ role: 'clerk', unit }] };
  const { body: made } = await agent.post('/v1/staff', facts).expect(201);
  const changed = { ...facts, grants: [{ role: 'clerk' }] };
  const { body } = await agent.with({ 'if-match': '"1"' }).put(`/v1/staff/${made.id}`, changed).expect(422);
  expect(body.code).toBe('identity.grant-unsound');
});

test('identity/N3: a first password is long enough, and comes with a sign-in name', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { id: unit } = await givenOrganization(w);
  const facts = { name: '王芳', organizationId: unit, grants: [{ role: 'clerk', unit }] };
  for (const password of ['abc', 'elevenchars', `a${' '.repeat(11)}`, 'aaaaaaaaaaaaaaaa']) {
    const { body } = await agent.post('/v1/staff', { ...facts, signInName: 'wang.weak', password }).expect(422);
    expect(body).toMatchObject({ code: 'identity.weak-password', rule: 'identity/N3', errors: [{ pointer: '/password' }] });
  }
  for (const [half, pointer] of [
    [{ signInName: 'wang.half' }, '/password'],
    [{ password: 'tongban-demo' }, '/signInName'],
  ] as const) {
    const { body } = await agent.post('/v1/staff', { ...facts, ...half }).expect(422);
    expect(body).toMatchObject({ code: 'identity.sign-in-incomplete', rule: 'identity/N3', errors: [{ pointer }] });
  }
  await agent.post('/v1/staff', { ...facts, signInName: 'wang.weak', password: 'tongban-demo' }).expect(201);
});

test('identity/N3: neither staff nor a system is registered at a closed organization, nor a role granted for one', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { id: closed } = await givenOrganization(w);
  await agent.post(`/v1/organizations/${closed}/closure`, { reason: '机构改革撤销' }).expect(200);
  const grants = [{ role: 'supervisor', area: '650100000000' }];
  for (const refused of [
    await agent.post('/v1/staff', { name: '王芳', organizationId: closed, grants }).expect(422),
    await agent.post('/v1/partners', { name: '业务系统', organizationId: closed }).expect(422),
  ])
    expect(refused.body).toMatchObject({ code: 'identity.no-such-organization', rule: 'identity/N3' });
  const granted = await agent.post('/v1/staff', { name: '王芳', grants: [{ role: 'clerk', unit: closed }] }).expect(422);
  expect(granted.body).toMatchObject({ code: 'identity.grant-unsound', errors: [{ pointer: '/grants/0/unit' }] });
});
