import { type Desk, givenCase, givenDesk } from '../kit/given-case';
import { eventually, givenCalendar, givenNow } from '../kit/given-calendar';
import { World } from '../kit/world';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  // A Monday of a year whose calendars are all known.
  await givenNow(w, '2025-03-10T02:00:00.000Z');
  desk = await givenDesk(w);
});
afterAll(() => w.close());

interface Limit {
  kind: string;
  state: string;
  startedOn: string;
  dueOn: string;
  clock: { day: string; mark: string; number?: number }[];
}
const clockOf = async (id: string): Promise<Limit[]> =>
  (await desk.clerk.agent.get(`/v1/cases/${id}/clock`).expect(200)).body.items;

test('time-limits/T9: the clock of a case explains every day of the five for the answer', async () => {
  const { id } = await givenCase(desk);
  const [intake] = await clockOf(id);
  expect(intake).toMatchObject({ kind: 'acceptance.intake', state: 'running', startedOn: '2025-03-10', dueOn: '2025-03-17' });
  expect(intake!.clock.map(({ mark }) => mark)).toEqual([
    ...['start', 'counted', 'counted', 'counted', 'counted', 'weekend', 'weekend', 'counted'],
  ]);
});

test('acceptance/A5: the law answers on the sixth working day, not before; the statutory limit counts from receipt', async () => {
  const { id } = await givenCase(desk);
  await w.turnClock({ days: 7 });
  expect((await desk.clerk.agent.get(`/v1/cases/${id}`)).body.state).toBe('submitted');
  await w.turnClock({ days: 1 });
  await eventually(async () => {
    await w.settle();
    expect((await desk.clerk.agent.get(`/v1/cases/${id}`)).body).toMatchObject({ state: 'accepted', deemed: true });
  });
  const statutory = (await clockOf(id)).find(({ kind }) => kind === 'acceptance.statutory');
  expect(statutory).toMatchObject({ startedOn: '2025-03-10', state: 'running' });
});

test('time-limits/T2: when a calendar arrives that moves the day, the work list follows and the history says so', async () => {
  // Nobody has published the regional days of 2026 yet.
  await givenNow(w, '2026-03-09T02:00:00.000Z');
  const { id } = await givenCase(desk, 'accepted');
  const before = (await desk.clerk.agent.get(`/v1/cases/${id}`)).body.dueOn as string;
  await givenCalendar(w, 2026, [{ day: before, kind: 'holiday', name: '测试假日' }]);
  await eventually(async () => {
    await w.settle();
    const after = (await desk.clerk.agent.get(`/v1/cases/${id}`)).body.dueOn as string;
    expect(after > before).toBe(true);
  });
  const { body } = await desk.clerk.agent.get(`/v1/cases/${id}/history`);
  expect(body.items.at(-1)).toMatchObject({ act: 'move-due-day', actorKind: 'platform', note: { before } });
});
