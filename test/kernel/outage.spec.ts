import { Client } from 'pg';
import { draining } from '../../src/kernel/http/server';
import type { Somebody } from '../kit/actors';
import type { World } from '../kit/world';
import { Proxy } from './toy/proxy';
import { expectProblem, note, officer, toyWorld, until } from './toy/toy-world';

let proxy: Proxy;
let w: World;
let somebody: Somebody;
beforeAll(async () => {
  proxy = await Proxy.before(process.env.TEST_APP_URL!);
  w = await toyWorld({ DATABASE_POOL_MAX: '4' }, proxy.url);
  somebody = await officer(w);
  await somebody.agent.post('/v1/notes', note()).expect(201);
});
afterAll(async () => {
  proxy.reopen();
  await w.close();
  proxy.close();
});

const ready = async () => (await w.as().get('/health/ready')).status;

test('without PostgreSQL the process lives, is not ready, answers 503 with Retry-After, and comes back by itself', async () => {
  expect(await ready()).toBe(200);
  proxy.shut();
  await w.as().get('/health/live').expect(200);
  const away = await w.as().get('/health/ready');
  expectProblem(away, 503, 'kernel.unavailable');
  expect(away.headers['retry-after']).toBe('2');
  for (let n = 0; n < 6; n++) {
    expectProblem(await somebody.agent.get('/v1/notes'), 503, 'kernel.unavailable');
    expectProblem(await somebody.agent.post('/v1/notes', note()), 503, 'kernel.unavailable');
  }
  proxy.reopen();
  await until(async () => (await ready()) === 200, 5_000);
  await somebody.agent.post('/v1/notes', note()).expect(201);
});

test('a PostgreSQL that has frozen does not hold readiness: 503 within two seconds', async () => {
  proxy.hold();
  const asked = Date.now();
  expectProblem(await w.as().get('/health/ready'), 503, 'kernel.unavailable');
  expect(Date.now() - asked).toBeLessThan(2_000);
  await w.as().get('/health/live').expect(200);
  proxy.reopen();
  await until(async () => (await ready()) === 200, 5_000);
  await somebody.agent.post('/v1/notes', note()).expect(201);
});

test('a connection that breaks in the middle of an act is a 503 too', async () => {
  const { body } = await somebody.agent.post('/v1/notes', note()).expect(201);
  const id = (body as { id: string }).id;
  const other = new Client(process.env.TEST_OWNER_URL!.replace(/[^/]*$/, w.database));
  other.on('error', () => undefined);
  await other.connect();
  await other.query('begin; select from kernel_test.note for update');
  const acts = Promise.all([1, 2, 3].map(() => somebody.agent.post(`/v1/notes/${id}/publication`)));
  const waiting = 'select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()';
  // Those that have not come so far find the database gone, which is the same to the caller.
  await until(async () => (await other.query(waiting)).rowCount! > 0);
  proxy.shut();
  for (const answer of await acts) expectProblem(answer, 503, 'kernel.unavailable');
  await other.end();
  proxy.reopen();
  await until(async () => (await ready()) === 200, 5_000);
  await somebody.agent.post(`/v1/notes/${id}/publication`).expect(200);
});

test('while it drains it is not ready, answers what comes, and lets go of connections', async () => {
  draining.now = true;
  try {
    expectProblem(await w.as().get('/health/ready'), 503, 'kernel.unavailable');
    const { headers } = await somebody.agent.get('/v1/notes').expect(200);
    expect(headers.connection).toBe('close');
  } finally {
    draining.now = false;
  }
});
