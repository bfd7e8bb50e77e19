import { Clock } from '../../src/kernel/clock/clock';
import { JobQueue } from '../../src/kernel/jobs/queue';
import { History } from '../../src/kernel/history/history';
import { Firing } from '../../src/modules/time-limits/limit/firing.service';
import { TimeLimitsFacade } from '../../src/modules/time-limits/time-limits.facade';
import { createPlatform } from '../../src/platform';
import { eventually, givenNow } from '../kit/given-calendar';
import { aLimit, clerkship, givenLimit, limitNow, toldOf } from '../kit/given-limit';
import { World } from '../kit/world';

let w: World;
let limits: TimeLimitsFacade;
beforeAll(async () => {
  w = await World.open();
  limits = w.get(TimeLimitsFacade);
});
afterAll(() => w.close());

const BOTH = ['limit-warned', 'limit-exceeded'];

test('time-limits/T7: yellow opens on the day that 80 % is reached, red with the midnight after the due day; each is told once', async () => {
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const limit = await givenLimit(w);
  expect(limit).toMatchObject({ warnOn: '2025-07-11', dueOn: '2025-07-14', rung: 'green' });
  await givenNow(w, '2025-07-10T23:59:00+08:00');
  expect(await toldOf(w, limit)).toEqual([]);
  await givenNow(w, '2025-07-11T00:00:00+08:00');
  expect(await limitNow(w, limit)).toMatchObject({ state: 'running', rung: 'yellow' });
  await givenNow(w, '2025-07-14T23:59:30+08:00');
  expect(await toldOf(w, limit)).toEqual(['limit-warned']);
  await givenNow(w, '2025-07-15T00:00:00+08:00');
  expect(await limitNow(w, limit)).toMatchObject({ state: 'exceeded', rung: 'red', endedAt: null });
  await w.turnClock({ days: 30 });
  expect(await toldOf(w, limit)).toEqual(BOTH);
  const lines = await w.get(History).of('time-limits.limit', limit.id);
  expect(lines.map(({ act, toState }) => [act, toState])).toEqual([
    ['start', 'running'],
    ['warn', 'running'],
    ['exceed', 'exceeded'],
  ]);
  const [warned] = await w.rows(`select payload from kernel.fact where name = 'time-limits.limit-warned' and subject_id = $1`, [
    limit.id,
  ]);
  expect(warned!.payload).toEqual({
    limitId: limit.id,
    subjectKind: 'test.matter',
    subjectId: limit.subject.id,
    kind: 'test.limit',
    dueOn: '2025-07-14',
    provisional: false,
    rung: 'yellow',
  });
});

test('time-limits/T10: a clock that jumps over both rungs tells both in order; one that is set back tells nothing again', async () => {
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const limit = await givenLimit(w);
  await w.turnClock({ days: 60 });
  expect(await toldOf(w, limit)).toEqual(BOTH);
  await givenNow(w, '2025-07-08T10:00:00+08:00');
  await w.turnClock({ days: 60 });
  expect(await toldOf(w, limit)).toEqual(BOTH);
  expect((await limitNow(w, limit)).state).toBe('exceeded');
});

test('time-limits/T7: a limit without warning is told of when it runs out, a met or cancelled one never', async () => {
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const [silent, met, cancelled] = await limits.startAll(clerkship, [aLimit({ warns: false }), aLimit(), aLimit()]);
  expect(silent!.warnOn).toBeNull();
  await limits.meet(clerkship, met!.subject);
  await limits.cancel(clerkship, cancelled!.subject);
  await w.turnClock({ days: 60 });
  expect(await toldOf(w, silent!)).toEqual(['limit-exceeded']);
  expect([await toldOf(w, met!), await toldOf(w, cancelled!)]).toEqual([[], []]);
});

test('time-limits/T10: what came after the limit had run out does not undo that, even before any sweep has seen it', async () => {
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const [late, dropped] = await limits.startAll(clerkship, [
    aLimit({ from: '2025-06-20T10:00:00+08:00' }),
    aLimit({ from: '2025-06-20T10:00:00+08:00' }),
  ]);
  await limits.meet(clerkship, late!.subject);
  await limits.cancel(clerkship, dropped!.subject);
  await limits.meet(clerkship, late!.subject);
  expect(await limitNow(w, late!)).toMatchObject({ state: 'exceeded', endedAt: expect.any(String) });
  expect(await toldOf(w, late!)).toEqual(BOTH);
  const acts = async ({ id }: { id: string }) => (await w.get(History).of('time-limits.limit', id)).map(({ act }) => act);
  expect(await acts(late!)).toEqual(['start', 'warn', 'exceed', 'settle']);
  expect(await acts(dropped!)).toEqual(['start', 'warn', 'exceed', 'drop']);
});

test('time-limits/T10: 2,000 limits that run out at once are each told once by two processes that race', async () => {
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const started = await limits.startAll(
    clerkship,
    Array.from({ length: 2_000 }, () => aLimit()),
  );
  const other = await createPlatform(w.config, true);
  try {
    const began = Date.now();
    // As the clock itself does, without waiting for a tick.
    await w.rows(`update kernel.clock set turned = turned + interval '60 days'`);
    const sweeps = [w.get(Firing), other.get(Firing, { strict: false })].flatMap((firing) => [firing.sweep(), firing.sweep()]);
    await Promise.all([...sweeps, w.get(Clock).turn('0 days')]);
    await Promise.all([w.get(Firing).sweep(), other.get(Firing, { strict: false }).sweep()]);
    expect(Date.now() - began).toBeLessThan(20_000);
  } finally {
    await other.close();
  }
  const told = await w.rows<{ name: string; facts: number; limits: number }>(
    `select name, count(*)::int as facts, count(distinct subject_id)::int as limits from kernel.fact
     where subject_id = any($1::uuid[]) group by name order by name desc`,
    [started.map(({ id }) => id)],
  );
  expect(told).toEqual([
    { name: 'time-limits.limit-warned', facts: 2_000, limits: 2_000 },
    { name: 'time-limits.limit-exceeded', facts: 2_000, limits: 2_000 },
  ]);
  const [states] = await w.rows(
    `select count(*)::int from time_limits."limit" where state = 'exceeded' and id = any($1::uuid[])`,
    [started.map(({ id }) => id)],
  );
  expect(states).toEqual({ count: 2_000 });
});

test('time-limits/T10: a process that stops loses nothing; the next one tells what came due meanwhile', async () => {
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const limit = await givenLimit(w);
  const other = await createPlatform(w.config, true);
  await other.close();
  await w.rows(`update kernel.clock set turned = turned + interval '60 days'`);
  await eventually(async () => expect(await toldOf(w, limit)).toEqual(BOTH));
});

test('time-limits/T10: while the queue is away the limits are swept all the same', async () => {
  const alone = await World.open();
  try {
    await alone.get(JobQueue).stopWork();
    await givenNow(alone, '2025-07-07T10:00:00+08:00');
    const limit = await givenLimit(alone);
    await alone.rows(`update kernel.clock set turned = turned + interval '60 days'`);
    await eventually(async () => expect(await toldOf(alone, limit)).toEqual(BOTH));
  } finally {
    await alone.close();
  }
});

test('time-limits/T11: an empty sweep among many open limits reads the partial index, not the limits', async () => {
  await limits.startAll(
    clerkship,
    Array.from({ length: 2_000 }, () => aLimit({ from: '2030-01-01T10:00:00+08:00' })),
  );
  await w.rows('analyze time_limits."limit"');
  const plan =
    await w.rows(`explain select 1 from time_limits."limit" t where t.state = 'running' and t.next_fire_at <= '2025-01-01'
    order by t.next_fire_at limit 500`);
  expect(JSON.stringify(plan)).toContain('limit_to_fire');
});
