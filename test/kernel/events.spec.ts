import { Deliveries } from '../../src/kernel/events/deliveries';
import { Relay } from '../../src/kernel/events/relay';
import { Ticks } from '../../src/kernel/jobs/ticks';
import { createPlatform, type Platform } from '../../src/platform';
import type { Somebody } from '../kit/actors';
import type { World } from '../kit/world';
import { ToyListener } from './toy/toy.listener';
import { ToyModule } from './toy/toy.module';
import { asOwner, note, officer, toyWorld, until } from './toy/toy-world';

let w: World;
let second: Platform;
let somebody: Somebody;
beforeAll(async () => {
  w = await toyWorld();
  // A second worker on the same database and queue.
  second = await createPlatform(w.config, true, [ToyModule]);
  somebody = await officer(w);
});
afterAll(async () => {
  await second.close();
  await w.close();
});

interface Delivery {
  listener: string;
  state: string;
  attempts: number;
  error: string | null;
}

/** Publishes a note with this title; answers its fact. */
async function published(title: string): Promise<string> {
  const { body } = await somebody.agent.post('/v1/notes', note({ title })).expect(201);
  await somebody.agent.post(`/v1/notes/${body.id}/publication`).expect(200);
  return (await w.rows<{ id: string }>('select id from kernel.fact where subject_id = $1', [body.id]))[0]!.id;
}
const deliveries = (factId: string) =>
  w.rows<Delivery>('select listener, state, attempts, error from kernel.delivery where fact_id = $1 order by listener', [factId]);
const effects = async (factId: string) =>
  (await w.rows<{ listener: string }>('select listener from kernel_test.effect where fact_id = $1', [factId]))
    .map(({ listener }) => listener)
    .sort();
const done = async (factId: string) => {
  const all = await deliveries(factId);
  return all.length === 2 && all.every(({ state }) => state === 'done');
};
/** The second listener has failed this often and waits for its next attempt; the first one is done. */
const stumbled = async (factId: string, times: number) => {
  const [steady, stumbling] = await deliveries(factId);
  return steady?.state === 'done' && stumbling?.state === 'due' && stumbling.attempts === times;
};
/** Lets the next attempt come now instead of after its back-off. */
const hurry = (factId: string) =>
  asOwner(
    w,
    `update kernel.delivery set next_at = clock_timestamp() - interval '1 second', claimed_until = null where fact_id = $1 and state = 'due'`,
    [factId],
  );

test('a fact reaches every listener once, with who, when, what and the trace it came from', async () => {
  const factId = await published('一');
  // The sweeper would come after ten seconds: this is the queue.
  await until(() => done(factId), 3_000);
  expect(await effects(factId)).toEqual(['steady', 'stumbling']);
  const [fact] = await w.rows('select name, seq, actor, payload, trace_id as "traceId" from kernel.fact where id = $1', [factId]);
  expect(fact).toMatchObject({ name: 'kernel-test.note-published', seq: 2, actor: { kind: 'staff', id: somebody.id } });
  expect(fact!.traceId).toMatch(/^[0-9a-f]{32}$/);
});

test('two workers that race for the same deliveries leave each effect once', async () => {
  const factIds = await Promise.all(Array.from({ length: 10 }, () => published('争')));
  const workers = [w.get(Deliveries), second.get(Deliveries)];
  await Promise.all([w.get(Relay).pump(), second.get(Relay).pump()]);
  await Promise.all(
    factIds.flatMap((factId) =>
      ['kernel-test.steady', 'kernel-test.stumbling'].flatMap((listener) =>
        workers.flatMap((worker) => [worker.deliver({ factId, listener }), worker.deliver({ factId, listener })]),
      ),
    ),
  );
  for (const factId of factIds) {
    await until(() => done(factId));
    expect(await effects(factId)).toEqual(['steady', 'stumbling']);
  }
});

test('a listener that fails twice and then succeeds leaves its effect once; the other one does not wait for it', async () => {
  ToyListener.failures.set('跌', 2);
  const factId = await published('跌');
  for (const attempts of [1, 2]) {
    await until(() => stumbled(factId, attempts));
    const [steady, stumbling] = await deliveries(factId);
    expect(steady).toMatchObject({ state: 'done', attempts: 1 });
    expect(stumbling).toMatchObject({ error: 'stumbled over 跌' });
    expect(await effects(factId)).toEqual(['steady']);
    await hurry(factId);
    await w.get(Ticks).tick();
  }
  await until(() => done(factId));
  expect(await deliveries(factId)).toMatchObject([{ attempts: 1 }, { attempts: 3, error: null }]);
  expect(await effects(factId)).toEqual(['steady', 'stumbling']);
});

test('the next attempt comes later each time', async () => {
  ToyListener.failures.set('晚', 99);
  const factId = await published('晚');
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 3; attempt++) {
    await until(() => stumbled(factId, attempt));
    const [row] = await w.rows<{ wait: number }>(
      `select extract(epoch from next_at - clock_timestamp())::float as wait from kernel.delivery where fact_id = $1 and listener = 'kernel-test.stumbling'`,
      [factId],
    );
    waits.push(row!.wait);
    await hurry(factId);
    await w.get(Ticks).tick();
  }
  expect(waits[0]).toBeGreaterThan(1);
  expect(waits[1]).toBeGreaterThan(waits[0]! * 1.5);
  expect(waits[2]).toBeGreaterThan(waits[1]! * 1.5);
});

test('after eight attempts it has failed, visibly, and is left alone until somebody submits it again', async () => {
  ToyListener.failures.set('败', 8);
  const factId = await published('败');
  await until(async () => (await deliveries(factId)).length === 2);
  for (let attempt = 0; attempt < 12; attempt++) {
    await hurry(factId);
    await w.get(Deliveries).deliver({ factId, listener: 'kernel-test.stumbling' });
  }
  expect((await deliveries(factId))[1]).toEqual({
    listener: 'kernel-test.stumbling',
    state: 'failed',
    attempts: 8,
    error: 'stumbled over 败',
  });
  await asOwner(
    w,
    `update kernel.delivery set state = 'due', attempts = 0, next_at = now() where fact_id = $1 and state = 'failed'`,
    [factId],
  );
  await w.get(Ticks).tick();
  await until(() => done(factId));
  expect(await effects(factId)).toEqual(['steady', 'stumbling']);
});

test('what a worker that vanished had claimed is carried out by another once the claim runs out', async () => {
  const factId = await published('失');
  await until(() => done(factId));
  await asOwner(w, `delete from kernel_test.effect where fact_id = $1`, [factId]);
  await asOwner(
    w,
    `update kernel.delivery set state = 'running', attempts = 1, claimed_until = clock_timestamp() + interval '60 seconds' where fact_id = $1`,
    [factId],
  );
  await w.get(Ticks).tick();
  expect(await effects(factId)).toEqual([]);
  await asOwner(w, `update kernel.delivery set claimed_until = clock_timestamp() - interval '1 second' where fact_id = $1`, [
    factId,
  ]);
  await w.get(Ticks).tick();
  await until(() => done(factId));
  expect(await effects(factId)).toEqual(['steady', 'stumbling']);
});

test('one that took its process with it eight times is not tried for ever', async () => {
  const factId = await published('亡');
  await until(() => done(factId));
  await asOwner(
    w,
    `update kernel.delivery set state = 'running', attempts = 8, claimed_until = clock_timestamp() - interval '1 second' where fact_id = $1`,
    [factId],
  );
  await w.get(Ticks).tick();
  expect(await deliveries(factId)).toMatchObject(Array(2).fill({ state: 'failed', error: 'the process ended while it ran' }));
});

test('that a fact was heard is forgotten after thirty days; what failed or waits is kept, and every fact is', async () => {
  const [young, old] = [await published('新'), await published('旧')];
  ToyListener.failures.set('久', 1);
  const waiting = await published('久');
  await until(async () => (await done(young)) && (await done(old)) && stumbled(waiting, 1));
  const age = (factId: string, days: number, more: string) => {
    const sql = `update kernel.delivery set next_at = clock_timestamp() - $2 * interval '1 day' ${more} where fact_id = $1`;
    return asOwner(w, sql, [factId, days]);
  };
  await age(young, 29, '');
  await age(old, 31, `, state = case listener when 'kernel-test.steady' then 'done' else 'failed' end`);
  await age(waiting, 31, `, claimed_until = clock_timestamp() + interval '1 hour'`);
  await w.get(Ticks).tick();
  expect(await deliveries(young)).toMatchObject([{ state: 'done' }, { state: 'done' }]);
  expect(await deliveries(old)).toMatchObject([{ listener: 'kernel-test.stumbling', state: 'failed' }]);
  expect(await deliveries(waiting)).toMatchObject([{ listener: 'kernel-test.stumbling', state: 'due' }]);
  expect(await w.rows('select 1 from kernel.fact where id = any($1::uuid[])', [[young, old, waiting]])).toHaveLength(3);
  // Nobody is told again what was forgotten.
  await w.get(Relay).pump();
  expect(await deliveries(old)).toHaveLength(1);
  await asOwner(w, `update kernel.delivery set claimed_until = null where fact_id = $1`, [waiting]);
  await w.get(Ticks).tick();
  await until(async () => (await deliveries(waiting))[0]!.state === 'done');
});

describe('the queue is only there to wake people up', () => {
  const emptyQueue = () =>
    asOwner(
      w,
      `do $$ declare name text; begin for name in select format('%I.%I', schemaname, tablename) from pg_tables
        where schemaname = 'bullmq' and tablename not like '%migration%' loop execute 'truncate ' || name || ' cascade'; end loop; end $$`,
    );

  test('with its memory lost, everything that was due is delivered all the same', async () => {
    ToyListener.failures.set('空', 1);
    const factId = await published('空');
    await until(() => stumbled(factId, 1));
    await emptyQueue();
    await hurry(factId);
    // Nobody ticks here by hand: the beat has to come back by itself.
    await until(() => done(factId), 20_000);
    expect(await effects(factId)).toEqual(['steady', 'stumbling']);
  });

  test('while it does not answer at all, the sweeper delivers by itself', async () => {
    await asOwner(w, 'alter schema bullmq rename to bullmq_away');
    try {
      const factId = await published('离');
      await until(async () => (await deliveries(factId)).length === 2);
      await hurry(factId);
      await w.get(Ticks).tick();
      expect(await done(factId)).toBe(true);
      expect(await effects(factId)).toEqual(['steady', 'stumbling']);
    } finally {
      await asOwner(w, 'alter schema bullmq_away rename to bullmq');
    }
  });

  test('a wake-up that was lost in a failure of the database can be repeated: the queue keeps no job that ended', async () => {
    const factId = await published('再');
    await until(() => done(factId));
    await until(async () => (await asOwner<object>(w, `select 1 from bullmq.job where id like '${factId}%'`)).length === 0);
  });
});

test('no fact stays pending', async () => {
  await w.get(Relay).pump();
  expect(await w.rows('select 1 from kernel.fact_pending')).toEqual([]);
});
