import { setTimeout as sleep } from 'node:timers/promises';
import { running } from '../../src/kernel/persistence/db';
import { Tx } from '../../src/kernel/persistence/tx';
import { History } from '../../src/kernel/history/history';
import { type LimitCard, TimeLimitsFacade } from '../../src/modules/time-limits/time-limits.facade';
import { givenNow } from '../kit/given-calendar';
import { aLimit, clerkship, givenLimit, limitNow, newSubject, toldOf } from '../kit/given-limit';
import { World } from '../kit/world';

const ART_45 = '《行政许可法》第四十五条';
let w: World;
let limits: TimeLimitsFacade;
beforeAll(async () => {
  w = await World.open();
  limits = w.get(TimeLimitsFacade);
});
afterAll(() => w.close());

/** Not part of the transaction that is running. */
const outside = <T>(work: () => Promise<T>): Promise<T> => running.exit(work);

const pause = ({ subject }: LimitCard, reason: string, key?: string) =>
  limits.pause(clerkship, subject, { reason, basis: ART_45, ...(key && { key }) });

test('time-limits/T5: while the clock stands nothing runs out, and the due day says that it depends on the end of the pause', async () => {
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const limit = await givenLimit(w);
  expect(limit.dueOn).toBe('2025-07-14');
  await givenNow(w, '2025-07-09T10:00:00+08:00');
  await pause(limit, '检测');
  const missing = ['end of the pause from 2025-07-09'];
  expect(await limitNow(w, limit)).toMatchObject({ state: 'paused', provisional: true, missing, dueOn: '2025-07-15' });

  await givenNow(w, '2025-08-01T10:00:00+08:00');
  expect(await limitNow(w, limit)).toMatchObject({ state: 'paused', rung: 'green', dueOn: '2025-08-07' });
  expect((await limits.explain(limit.subject))[0]).toMatchObject({ dueOn: '2025-08-07', missing });
  await limits.resume(clerkship, limit.subject);
  expect(await limitNow(w, limit)).toMatchObject({ state: 'running', provisional: false, missing: [], dueOn: '2025-08-07' });
  expect(await toldOf(w, limit)).toEqual([]);
  await givenNow(w, '2025-08-08T00:00:00+08:00');
  expect(await toldOf(w, limit)).toEqual(['limit-warned', 'limit-exceeded']);
});

test('time-limits/T5: procedures that overlap stop the clock once; it runs on when the last has ended', async () => {
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const limit = await givenLimit(w, { days: 10 });
  await givenNow(w, '2025-07-08T10:00:00+08:00');
  await pause(limit, '专家评审', 'review');
  await givenNow(w, '2025-07-09T10:00:00+08:00');
  await pause(limit, '听证', 'hearing');
  await givenNow(w, '2025-07-10T10:00:00+08:00');
  await limits.resume(clerkship, limit.subject, 'review');
  expect((await limitNow(w, limit)).state).toBe('paused');
  await limits.resume(clerkship, limit.subject, 'no such procedure');
  await givenNow(w, '2025-07-11T10:00:00+08:00');
  await limits.resume(clerkship, limit.subject, 'hearing');
  // Four working days have stood still, though the procedures took three and three.
  expect(await limitNow(w, limit)).toMatchObject({ state: 'running', dueOn: '2025-07-25' });
  expect((await w.get(History).of('time-limits.limit', limit.id)).map(({ act }) => act)).toEqual([
    ...['start', 'pause', 'pause-further', 'end-pause', 'resume'],
  ]);
  const [explained] = await limits.explain(limit.subject);
  expect(explained!.clock.find(({ day }) => day === '2025-07-09')).toMatchObject({ mark: 'paused', why: '专家评审、听证' });
});

test('time-limits/T5: stopping twice on one day takes that day off once, and the database keeps pauses apart', async () => {
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const limit = await givenLimit(w);
  await givenNow(w, '2025-07-08T10:00:00+08:00');
  for (const reason of ['检验', '鉴定']) {
    await pause(limit, reason);
    await limits.resume(clerkship, limit.subject);
  }
  expect((await limitNow(w, limit)).dueOn).toBe('2025-07-15');
  const overlap = `insert into time_limits.pause (id, limit_id, from_at, to_at, causes)
    select gen_random_uuid(), limit_id, '2025-07-01', null, causes from time_limits.pause where limit_id = $1 limit 1`;
  await expect(w.rows(overlap, [limit.id])).rejects.toMatchObject({ code: '23P01' });
});

test('time-limits/T5: a clock stops only for a procedure with a basis in law, and only those limits that it may stop', async () => {
  const subject = newSubject();
  const wanted = [aLimit({ subject, kind: 'test.statutory' }), aLimit({ subject, kind: 'test.intake', pauses: false })];
  await limits.startAll(clerkship, wanted);
  await expect(limits.pause(clerkship, subject, { reason: '内部研究', basis: ' ' })).rejects.toMatchObject({
    type: { code: 'time-limits.pause-without-basis', status: 422, rule: 'time-limits/T5' },
  });
  await limits.pause(clerkship, subject, { reason: '招标', basis: ART_45 });
  const states = new Map((await limits.of([subject])).map(({ kind, state }) => [kind, state]));
  expect(states).toEqual(
    new Map([
      ['test.statutory', 'paused'],
      ['test.intake', 'running'],
    ]),
  );
});

test('time-limits/T5: a limit that ends while its clock stands ends its pause, and a clock set back ends none before it began', async () => {
  await givenNow(w, '2025-07-09T10:00:00+08:00');
  const limit = await givenLimit(w);
  await pause(limit, '拍卖');
  await givenNow(w, '2025-07-08T10:00:00+08:00');
  await limits.meet(clerkship, limit.subject);
  expect(await limitNow(w, limit)).toMatchObject({ state: 'met', endedAt: expect.any(String) });
  expect(await w.rows('select from_at = to_at as ok from time_limits.pause where limit_id = $1', [limit.id])).toEqual([
    { ok: true },
  ]);
});

test('time-limits/T5: a pause that comes with an act that is refused was none', async () => {
  const limit = await givenLimit(w);
  const act = w.get(Tx).run(async () => {
    await pause(limit, '检疫');
    throw new Error('the act is refused');
  });
  await expect(act).rejects.toThrow('the act is refused');
  expect((await limitNow(w, limit)).state).toBe('running');
});

test('time-limits/T5: an act that waited for another sees the pause that it left', async () => {
  const limit = await givenLimit(w);
  let resumed: Promise<void> | undefined;
  await w.get(Tx).run(async () => {
    await pause(limit, '听证');
    // Another connection: it comes to the row before this one has committed.
    resumed = outside(() => limits.resume(clerkship, limit.subject));
    await sleep(300);
  });
  await resumed;
  expect((await limitNow(w, limit)).state).toBe('running');
  expect((await w.get(History).of('time-limits.limit', limit.id)).map(({ act }) => act)).toEqual(['start', 'pause', 'resume']);
});
