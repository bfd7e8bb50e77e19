import { shanghaiDay } from '../../src/kernel/clock/day';
import { person, type Somebody } from '../kit/actors';
import { application, type Desk, givenCase, givenDesk } from '../kit/given-case';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
let agent: Somebody;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
  agent = await person(w);
});
afterAll(() => w.close());

const NOBODY = '01900000-0000-7000-8000-000000000000';

/** An authority of the applicant's for the agent; answers with the way to revoke it. */
async function authorise(applicant: Somebody, days: { validFrom?: string; validTo?: string } = {}): Promise<() => Promise<void>> {
  const body = { partyId: applicant.id, agentId: agent.id, validFrom: '2026-01-01', ...days };
  const given = await applicant.agent.post('/v1/me/authorities', body).expect(201);
  return async () => void (await applicant.agent.post(`/v1/me/authorities/${given.body.id}/revocation`).expect(200));
}

const agentOf = async (id: string) =>
  (await w.rows<{ agent_id: string | null }>('select agent_id from acceptance."case" where id = $1', [id]))[0]!.agent_id;

test('acceptance/A15: whoever is named as agent is a person with an authority of the applicant in force today', async () => {
  const { applicant, clerk } = desk;
  const named = (agentId: string) => application(desk, { applicantId: applicant.id, agentId, channel: 'window' });
  for (const agentId of [agent.id, NOBODY, clerk.id, desk.guide.organization.id]) {
    const { body } = await clerk.agent.post('/v1/cases', named(agentId)).expect(422);
    expect(body).toMatchObject({ code: 'acceptance.agent-not-authorised', rule: 'acceptance/A15' });
    expect(body.errors).toMatchObject([{ pointer: '/agentId' }]);
  }
  await applicant.agent.post('/v1/cases', application(desk, { agentId: agent.id })).expect(422);
  const revoke = await authorise(applicant);
  const { body: kase } = await clerk.agent.post('/v1/cases', named(agent.id)).expect(201);
  expect(await agentOf(kase.id)).toBe(agent.id);
  await agent.agent.get(`/v1/cases/${kase.id}`).expect(200);
  await revoke();
  await clerk.agent.post('/v1/cases', named(agent.id)).expect(422);
});

test('acceptance/A15: nobody is their own agent', async () => {
  const { applicant } = desk;
  const { body: kase } = await applicant.agent.post('/v1/cases', application(desk, { agentId: applicant.id })).expect(201);
  expect(await agentOf(kase.id)).toBeNull();
});

test('acceptance/A15: an agent whose authority was revoked neither reads nor acts, whatever names them', async () => {
  const applicant = await person(w);
  const revoke = await authorise(applicant);
  const body = application(desk, { applicantId: applicant.id, submit: true });
  const { body: kase } = await agent.agent.post('/v1/cases', body).expect(201);
  const { body: draft } = await agent.agent.post('/v1/cases', { ...body, submit: false }).expect(201);
  expect(await agentOf(kase.id)).toBe(agent.id);
  const listed = async () =>
    ((await agent.agent.get('/v1/me/cases?limit=100').expect(200)).body.items as { id: string }[]).map(({ id }) => id);
  expect(await listed()).toEqual(expect.arrayContaining([kase.id, draft.id]));
  await revoke();
  for (const part of ['', '/history', '/clock', '/materials', '/receipts'])
    await agent.agent.get(`/v1/cases/${kase.id}${part}`).expect(404);
  await agent.agent.post(`/v1/cases/${kase.id}/withdrawal`, { reason: 'other' }).expect(404);
  await agent.agent.post(`/v1/cases/${draft.id}/submission`).expect(404);
  expect(await listed()).not.toEqual(expect.arrayContaining([kase.id]));
  expect(await listed()).not.toEqual(expect.arrayContaining([draft.id]));
  await applicant.agent.get(`/v1/cases/${kase.id}`).expect(200);
  await applicant.agent.post(`/v1/cases/${draft.id}/submission`).expect(200);
});

test('acceptance/A15: an authority gives what the applicant may do, in all their cases, until its last day', async () => {
  const own: Desk = { ...desk, applicant: await person(w) };
  const earlier = await givenCase(own);
  await agent.agent.get(`/v1/cases/${earlier.id}`).expect(404);
  await authorise(own.applicant, { validTo: shanghaiDay(await w.turnClock({})) });
  await agent.agent.get(`/v1/cases/${earlier.id}`).expect(200);
});
