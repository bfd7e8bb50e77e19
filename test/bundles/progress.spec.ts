import { person, staff, partner, type Somebody } from '../kit/actors';
import { type GivenJourney, givenJourney, handle, type JourneyBody, MEMBERS } from '../kit/given-bundle';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let journey: GivenJourney;
let readers: [who: string, reader: Somebody, sees: readonly string[]][];
beforeAll(async () => {
  w = await World.open();
  journey = await givenJourney(w);
  await handle(w, journey, 'birth', 'accept', 'grant');
  const unit = (key: 'birth' | 'household' | 'insurance') => journey.bundle.guides[key].organization.id;
  const stranger = (await givenOrganization(w)).id;
  readers = [
    ['the applicant', journey.applicant, MEMBERS],
    ['a clerk of the lead organization', await staff(w, { role: 'clerk', unit: unit('birth') }), MEMBERS],
    ['an officer of the police', await staff(w, { role: 'officer', unit: unit('household') }), ['household']],
    ['the system of the insurer', await partner(w, unit('insurance')), ['insurance']],
    ['a supervisor of the district', await staff(w, { role: 'supervisor', area: '650102000000' }), MEMBERS],
    ['a supervisor of the city', await staff(w, { role: 'supervisor', area: '650100000000' }), MEMBERS],
    ['a supervisor elsewhere', await staff(w, { role: 'supervisor', area: '653100000000' }), []],
    ['a head of another organization', await staff(w, { role: 'department-head', unit: stranger }), []],
    ['another person', await person(w), []],
  ];
});
afterAll(() => w.close());

test('bundles/B5: one view for the applicant and those who answer for the whole; who takes part sees its own part, others nothing', async () => {
  for (const [who, { agent }, sees] of readers) {
    const { body, status } = await agent.get(`/v1/journeys/${journey.id}`);
    expect([who, status]).toEqual([who, sees.length ? 200 : 404]);
    if (sees.length) expect([who, (body as JourneyBody).members.map(({ key }) => key)]).toEqual([who, sees]);
    const list = await agent.get(`/v1/journeys?code=${journey.bundle.code}&limit=100`).expect(200);
    const listed = (list.body as { items: { id: string }[] }).items.some(({ id }) => id === journey.id);
    expect([who, listed]).toEqual([who, sees.length > 0]);
  }
});

test('bundles/B5: the view shows how each member stands, and nothing that the applicant wrote', async () => {
  const { body } = await readers[1]![1].agent.get(`/v1/journeys/${journey.id}`).expect(200);
  expect(body.members).toMatchObject([
    { key: 'birth', state: 'granted', caseState: 'decided', caseNumber: expect.stringMatching(/^.{48}$/) },
    { key: 'household', state: 'submitted', caseState: 'submitted', waitsFor: ['birth'] },
    { key: 'insurance', state: 'waiting', waitsFor: ['birth', 'household'] },
    { key: 'guidance', state: 'submitted' },
  ]);
  expect(JSON.stringify(body)).not.toMatch(/示例宝宝|applicant/);
  expect(body.acts).toEqual([]);
});

test('bundles/B5: staff who read a journey leave a line that the applicant sees, and name a purpose', async () => {
  const [, { agent }] = readers[2]!;
  const refused = await agent.with({ purpose: '' }).get(`/v1/journeys/${journey.id}`);
  expect([refused.status, refused.body.code]).toEqual([400, 'kernel.purpose-missing']);
  await agent.get(`/v1/journeys/${journey.id}`).expect(200);
  const { body } = await journey.applicant.agent.get('/v1/me/access-log?limit=100').expect(200);
  expect(body.items).toContainEqual(expect.objectContaining({ operation: 'readJourney', recordId: journey.id }));
});

test('bundles/B5: only the applicant stops a journey', async () => {
  await readers[1]![1].agent.post(`/v1/journeys/${journey.id}/stop`).expect(403);
  const stranger = await person(w);
  await stranger.agent.post(`/v1/journeys/${journey.id}/stop`).expect(404);
});

test('bundles/B5: lists are read page by page, and by state', async () => {
  await givenJourney(w, journey.bundle);
  const { agent } = await staff(w, { role: 'supervisor', area: '650102000000' });
  const first = await agent.get('/v1/journeys?state=running&limit=1').expect(200);
  const next = await agent.get(`/v1/journeys?state=running&limit=1&cursor=${first.body.nextCursor}`).expect(200);
  expect(next.body.items[0].id).toBe(journey.id);
  expect((await agent.get('/v1/journeys?state=completed').expect(200)).body.items).toEqual([]);
  const cursor = Buffer.from(JSON.stringify(['x'])).toString('base64url');
  await agent.get(`/v1/journeys?cursor=${cursor}`).expect(400);
});
