import { partner, person, staff, type Somebody } from '../kit/actors';
import { application, type Desk, givenCase, givenDesk, publicity } from '../kit/given-case';
import { givenEnterprise } from '../kit/given-enterprise';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
let other: Desk;
let readers: Record<string, Somebody>;
beforeAll(async () => {
  w = await World.open();
  [desk, other] = [await givenDesk(w), await givenDesk(w)];
  const unit = desk.guide.organization.id;
  readers = {
    applicant: desk.applicant,
    clerk: desk.clerk,
    officer: desk.officer,
    head: desk.head,
    'own partner': await partner(w, unit),
    'supervisor of the district': await staff(w, { role: 'supervisor', area: '650102000000' }),
    'supervisor of the city': await staff(w, { role: 'supervisor', area: '650100000000' }),
    'supervisor of everywhere': await staff(w, { role: 'supervisor' }),
    'another person': other.applicant,
    'clerk elsewhere': other.clerk,
    'head elsewhere': other.head,
    'partner elsewhere': await partner(w, other.guide.organization.id),
    'supervisor of another district': await staff(w, { role: 'supervisor', area: '652901000000' }),
    'clerk of two organizations': await staff(w, { role: 'clerk', unit: other.guide.organization.id }, { role: 'clerk', unit }),
    'officer of the city': await staff(w, { role: 'officer', area: '650100000000' }),
  };
});
afterAll(() => w.close());

const SEE = [
  ...['applicant', 'clerk', 'officer', 'head', 'own partner', 'supervisor of the district', 'supervisor of the city'],
  ...['supervisor of everywhere', 'clerk of two organizations', 'officer of the city'],
];

// API-7: one rule for list, detail, search and everything below a case.
describe.each(['submitted', 'suspended', 'completed', 'refused'] as const)('a case that is %s', (state) => {
  test('is seen by those whom its policy names, everywhere alike, and by nobody else', async () => {
    const kase = await givenCase(desk, state);
    for (const [who, { agent }] of Object.entries(readers)) {
      const sees = SEE.includes(who);
      for (const part of ['', '/history', '/clock', '/materials', '/receipts']) {
        const { status } = await agent.get(`/v1/cases/${kase.id}${part}`);
        expect([who, part, status]).toEqual([who, part, sees ? 200 : 404]);
      }
      const ids = ({ body }: { body: { items: { id: string }[] } }) => body.items.map(({ id }) => id);
      if (who === 'applicant' || who === 'another person') {
        expect(ids(await agent.get('/v1/me/cases?limit=100').expect(200)).includes(kase.id)).toBe(sees);
        continue;
      }
      const listed = ids(await agent.get(`/v1/cases?limit=100&state=${state}`).expect(200));
      const found = ids(await agent.post('/v1/cases/search', { caseNumber: kase.caseNumber }).expect(200));
      expect([who, listed.includes(kase.id), found.includes(kase.id)]).toEqual([who, sees, sees]);
    }
  });
});

test('a draft is seen by its applicant and by the clerk who enters it, until it is submitted', async () => {
  const offline = await person(w);
  const elsewhere = await staff(w, { role: 'clerk', unit: desk.guide.organization.id });
  const body = application(desk, { applicantId: offline.id, channel: 'window' });
  const { body: draft } = await desk.clerk.agent.post('/v1/cases', body).expect(201);
  await desk.clerk.agent.get(`/v1/cases/${draft.id}`).expect(200);
  await offline.agent.get(`/v1/cases/${draft.id}`).expect(200);
  await elsewhere.agent.get(`/v1/cases/${draft.id}`).expect(404);
  await desk.officer.agent.get(`/v1/cases/${draft.id}`).expect(404);
  await desk.clerk.agent.post(`/v1/cases/${draft.id}/submission`).expect(200);
  await elsewhere.agent.get(`/v1/cases/${draft.id}`).expect(200);
});

test('acceptance/A15: a representative applies for an enterprise, sees its case and is told of it', async () => {
  const enterprises = await givenDesk(w, { overrides: { audiences: ['2'], specialProcedures: [publicity] } });
  const representative = await person(w);
  const { id: enterprise } = await givenEnterprise(w, representative.id, '示例餐饮有限公司');
  const body = application(enterprises, { applicantId: enterprise, submit: true });
  const { body: kase } = await representative.agent.post('/v1/cases', body).expect(201);
  expect(kase.applicant).toBe('示例餐饮有限公司');
  expect((await representative.agent.get('/v1/me/cases')).body.items).toMatchObject([{ id: kase.id }]);
  await w.settle();
  expect((await representative.agent.get('/v1/me/inbox')).body.items).toMatchObject([{ title: '申请已提交' }]);
  await desk.applicant.agent.get(`/v1/cases/${kase.id}`).expect(404);
});

test('a cursor that no list has made is refused, whatever it holds', async () => {
  const cursor = (...keys: unknown[]) => Buffer.from(JSON.stringify(keys)).toString('base64url');
  const id = '01900000-0000-7000-8000-000000000000';
  const wrong = [
    ...[cursor('then', 'x', 'y'), cursor('then', '2026-99-01', id), cursor('first', '2026-01-01', 'y'), cursor('then', 1, id)],
    ...[cursor('2026-01-01', id), cursor('last', '2026-01-01', id)],
  ];
  for (const text of wrong) await desk.clerk.agent.get(`/v1/cases?cursor=${text}`).expect(400);
  await desk.clerk.agent.get('/v1/cases?dueBefore=0000-01-01').expect(400);
  await desk.clerk.agent.get(`/v1/cases?sort=newest&cursor=${cursor('infinity', id)}`).expect(400);
  await desk.applicant.agent.get(`/v1/me/cases?cursor=${cursor(id, 'x')}`).expect(400);
});
