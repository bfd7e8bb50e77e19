import { givenBundle, givenJourney, handle, journeyOf, standing } from '../kit/given-bundle';
import { person, staff } from '../kit/actors';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

type Titles = { items: { title: string }[] };
const titles = async ({ agent }: Awaited<ReturnType<typeof person>>) =>
  ((await agent.get('/v1/me/inbox?limit=100').expect(200)).body as Titles).items.map(({ title }) => title);

test('bundles/B4: a member that is denied drops those that wait for it and holds back nobody else', async () => {
  const journey = await givenJourney(w);
  await handle(w, journey, 'birth', 'accept', 'deny');
  expect(await standing(journey)).toEqual({
    ...{ birth: 'failed: denied', guidance: 'submitted' },
    ...{ household: 'dropped: predecessor-failed', insurance: 'dropped: predecessor-failed' },
  });
  expect((await journeyOf(journey)).state).toBe('running');
  const told = await titles(journey.applicant);
  expect(told.filter((title) => title === '后续事项未能提交')).toHaveLength(2);
  await handle(w, journey, 'birth', 'deliver');
  await handle(w, journey, 'guidance', 'accept', 'grant', 'deliver');
  expect(await standing(journey)).toMatchObject({ birth: 'failed: denied', guidance: 'completed' });
  expect(await journeyOf(journey)).toMatchObject({ state: 'ended', acts: [] });
  expect(await titles(journey.applicant)).toContain('“一件事”已结束');
  const [limit] = await w.rows('select state from time_limits."limit" where subject_id = $1', [journey.id]);
  expect(limit).toEqual({ state: 'cancelled' });
  const sealed = await w.rows('select 1 from bundles.journey_member where journey_id = $1 and sealed is not null', [journey.id]);
  expect(sealed).toEqual([]);
});

test('bundles/B4: an independent member that is refused leaves the others on their way', async () => {
  const journey = await givenJourney(w);
  await handle(w, journey, 'guidance', 'refuse');
  expect(await standing(journey)).toMatchObject({ guidance: 'failed: refused', birth: 'submitted', household: 'waiting' });
  await handle(w, journey, 'birth', 'accept', 'grant', 'deliver');
  expect(await standing(journey)).toMatchObject({ birth: 'completed', household: 'submitted' });
});

test('bundles/B4: terminated and withdrawn members have failed as well', async () => {
  const journey = await givenJourney(w);
  await handle(w, journey, 'birth', 'accept', 'terminate');
  const { members } = await journeyOf(journey);
  const guidance = members.find(({ key }) => key === 'guidance')!;
  await journey.applicant.agent.post(`/v1/cases/${guidance.caseId}/withdrawal`, { reason: 'changed-mind' }).expect(200);
  await w.settle();
  expect(await standing(journey)).toMatchObject({ birth: 'failed: terminated', guidance: 'failed: withdrawn' });
  expect((await journeyOf(journey)).state).toBe('ended');
});

test('bundles/B4: a member that cannot be submitted when its turn comes says why, and the journey goes on without it', async () => {
  const bundle = await givenBundle(w);
  const journey = await givenJourney(w, bundle);
  const administrator = await staff(w, { role: 'service-administrator', area: '650100000000' });
  const [list] = await w.rows<{ id: string }>('select id from implementation.implementation where variant_code = $1', [
    bundle.guides.household.variantCode,
  ]);
  await administrator.agent.post(`/v1/implementations/${list!.id}/withdrawal`, { reason: '依据已废止' }).expect(200);
  await handle(w, journey, 'birth', 'accept', 'grant', 'deliver');
  expect(await standing(journey)).toEqual({
    ...{ birth: 'completed', guidance: 'submitted' },
    ...{ household: 'failed: not-submitted', insurance: 'dropped: predecessor-failed' },
  });
  const { members } = await journeyOf(journey);
  expect(members[1]).toMatchObject({ problem: 'acceptance.no-such-offer' });
  expect(members[1]).not.toHaveProperty('caseId');
  expect(await titles(journey.applicant)).toContain('后续事项未能提交');
});

test('bundles/B4: the applicant stops what still waits; what has been submitted goes on', async () => {
  const journey = await givenJourney(w);
  const { agent } = journey.applicant;
  const { body } = await agent.post(`/v1/journeys/${journey.id}/stop`).expect(200);
  expect(body).toMatchObject({ state: 'running', acts: [] });
  const stopped = 'dropped: stopped-by-applicant';
  expect(await standing(journey)).toMatchObject({ birth: 'submitted', household: stopped, insurance: stopped });
  const again = await agent.post(`/v1/journeys/${journey.id}/stop`).expect(409);
  expect(again.body).toMatchObject({ code: 'bundles.nothing-waits', rule: 'bundles/B4' });
  await handle(w, journey, 'birth', 'accept', 'grant', 'deliver');
  expect((await standing(journey)).household).toBe(stopped);
  await handle(w, journey, 'guidance', 'accept', 'grant', 'deliver');
  expect((await journeyOf(journey)).state).toBe('ended');
  const over = await agent.post(`/v1/journeys/${journey.id}/stop`).expect(409);
  expect(over.body).toMatchObject({ code: 'kernel.not-possible-now', state: 'ended' });
});

test('bundles/B4: members decided at the same moment lose nothing', async () => {
  const journey = await givenJourney(w);
  await Promise.all([
    handle(w, journey, 'birth', 'accept', 'grant', 'deliver'),
    handle(w, journey, 'guidance', 'accept', 'grant', 'deliver'),
  ]);
  expect(await standing(journey)).toEqual({
    ...{ birth: 'completed', guidance: 'completed' },
    ...{ household: 'submitted', insurance: 'waiting' },
  });
  const cases = await w.rows('select 1 from acceptance."case" where journey_ref = $1', [journey.id]);
  expect(cases).toHaveLength(3);
});
