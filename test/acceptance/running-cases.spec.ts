import { ShorterLimits } from '../../src/modules/acceptance/reactions/shorter-limits.service';
import { itemElements } from '../kit/given-item';
import { application, type Desk, givenCase, givenDesk, statement } from '../kit/given-case';
import { eventually, givenNow } from '../kit/given-calendar';
import { givenRevision } from '../kit/given-guide';
import { World } from '../kit/world';
import { givenDesk as givenEditors, published, revise } from '../implementation/feed.kit';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  // A Monday of a year whose calendars are all known.
  await givenNow(w, '2025-03-10T02:00:00.000Z');
});
beforeEach(async () => (desk = await givenDesk(w)));
afterAll(() => w.close());

const days = (count: number) => ({ promisedLimit: { days: count, unit: 'working-day' as const } });
const withoutReport = { materials: itemElements().materials.slice(0, 1) };
const read = async (id: string) => (await desk.clerk.agent.get(`/v1/cases/${id}`).expect(200)).body;

async function limits(id: string): Promise<Record<string, { days: number; dueOn: string; state: string }>> {
  const { body } = await desk.clerk.agent.get(`/v1/cases/${id}/clock`).expect(200);
  const items = body.items as { kind: string; days: number; dueOn: string; state: string }[];
  return Object.fromEntries(items.map(({ kind, ...limit }) => [kind, limit]));
}

/** Sweeps are run here rather than waited for. */
async function followed(): Promise<void> {
  await w.get(ShorterLimits).sweep();
  await w.settle();
}

test('implementation/I9: a shorter promise applies to running cases at once, a longer one never; the work list follows', async () => {
  const { id } = await givenCase(desk, 'accepted');
  const stopped = await givenCase(desk, 'suspended');
  expect(await read(id)).toMatchObject({ dueOn: '2025-03-24' });
  await givenRevision(w, desk.guide, days(4));
  await followed();
  expect(await limits(id)).toMatchObject({
    'acceptance.promised': { days: 4, dueOn: '2025-03-14' },
    'acceptance.statutory': { days: 20 },
  });
  expect((await limits(stopped.id))['acceptance.promised']).toMatchObject({ days: 4, state: 'paused' });
  expect(await read(id)).toMatchObject({ dueOn: '2025-03-14', guideVersionId: desk.guide.versionId });
  await givenRevision(w, desk.guide, days(8));
  await followed();
  expect((await limits(id))['acceptance.promised']).toMatchObject({ days: 4, dueOn: '2025-03-14' });
  const later = await givenCase(desk, 'accepted');
  expect((await limits(later.id))['acceptance.promised']).toMatchObject({ days: 8 });
});

test('implementation/I9: a promise that became shorter than what has passed ends with the day it did so, and is not broken by it', async () => {
  const { id } = await givenCase(desk, 'accepted');
  await w.turnClock({ days: 4 });
  await givenRevision(w, desk.guide, days(2));
  await followed();
  expect((await limits(id))['acceptance.promised']).toMatchObject({ days: 4, dueOn: '2025-03-14', state: 'running' });
  // Followed again from the beginning it changes nothing.
  await w.rows('update acceptance.guide_following set position = 0');
  const before = await w.rows(`select version from time_limits."limit" where subject_id = $1 order by id`, [id]);
  await followed();
  expect(await w.rows(`select version from time_limits."limit" where subject_id = $1 order by id`, [id])).toEqual(before);
});

test('implementation/I9: whoever is accepted later gets the shorter promise as well, and is not asked for what is asked no more', async () => {
  const early = await givenCase(desk, 'submitted', { materials: [statement('M01')] });
  const refused = await desk.clerk.agent.post(`/v1/cases/${early.id}/acceptance`).expect(422);
  expect(refused.body).toMatchObject({ code: 'acceptance.materials-missing' });
  await givenRevision(w, desk.guide, { ...days(5), ...withoutReport });
  const points = { points: [{ material: 'M02', problem: '缺少检测报告' }] };
  const asked = await desk.clerk.agent.post(`/v1/cases/${early.id}/supplement-requests`, points).expect(422);
  expect(asked.body).toMatchObject({ code: 'acceptance.beyond-the-guide', rule: 'acceptance/A4' });
  await desk.clerk.agent.post(`/v1/cases/${early.id}/acceptance`).expect(200);
  expect((await limits(early.id))['acceptance.promised']).toMatchObject({ days: 5 });
});

test('implementation/I9: a notice is answered without what is asked no more; what was handed in keeps its name', async () => {
  const { id } = await givenCase(desk, 'awaiting-supplement');
  const supply = (body: object) => desk.applicant.agent.post(`/v1/cases/${id}/supplements`, body);
  expect((await supply({}).expect(422)).body).toMatchObject({ code: 'acceptance.supplement-incomplete' });
  await givenRevision(w, desk.guide, withoutReport);
  await supply({}).expect(200);
  await desk.clerk.agent.post(`/v1/cases/${id}/acceptance`).expect(200);
  const { body } = await desk.clerk.agent.get(`/v1/cases/${id}/receipts`).expect(200);
  const receipt = (body.items as { kind: string; content: { materials?: { name: string }[] } }[]).at(-1)!;
  expect(receipt.content.materials!.map(({ name }) => name)).toEqual(['申请表', '检测报告']);
});

test('implementation/I9: a version for a later day shortens nothing before its day, and then by itself', async () => {
  const editors = await givenEditors(w);
  const list = await published(w, editors);
  const { applicant } = desk;
  const guide = { ...desk.guide, variantCode: list.code, organization: editors.organization };
  const own = { ...desk, guide, clerk: editors.administrator };
  const { body } = await applicant.agent.post('/v1/cases', application(own, { submit: true })).expect(201);
  await w.turnClock({ days: 8 });
  await eventually(async () => {
    await w.settle();
    expect((await applicant.agent.get(`/v1/cases/${body.id}`)).body).toMatchObject({ state: 'accepted', deemed: true });
  });
  const promised = async () => {
    const clock = await applicant.agent.get(`/v1/cases/${body.id}/clock`).expect(200);
    return (clock.body.items as { kind: string; days: number }[]).find(({ kind }) => kind === 'acceptance.promised')!.days;
  };
  await revise(editors, list, 9, '2025-03-24');
  await followed();
  expect(await promised()).toBe(10);
  await w.turnClock({ days: 3 });
  await followed();
  expect(await promised()).toBe(9);
});
