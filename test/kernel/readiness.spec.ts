import { createPlatform, stopPlatform } from '../../src/platform';
import { Agent } from '../kit/agent';
import { testConfig } from '../kit/config';
import { World } from '../kit/world';
import { asOwner, expectProblem } from './toy/toy-world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

const ready = () => w.as().get('/health/ready');

test('with everything as it should be, nothing is degraded', async () => {
  expect((await ready().expect(200)).body).toEqual({ status: 'ok', degraded: [] });
});

test('an application role that could change history is told; the triggers refuse all the same', async () => {
  for (const right of ['update', 'delete']) {
    await asOwner(w, `grant ${right} on kernel.history to tongban_app`);
    expect((await ready().expect(200)).body.degraded).toEqual(['history-can-be-changed']);
    await asOwner(w, `revoke ${right} on kernel.history from tongban_app`);
  }
  expect((await ready().expect(200)).body.degraded).toEqual([]);
});

test('a database that waits for a migration is not served from', async () => {
  const [last] = await asOwner<{ name: string; timestamp: string }>(
    w,
    'delete from migration where id = (select max(id) from migration) returning name, timestamp',
  );
  expectProblem(await ready(), 503, 'kernel.unavailable');
  await asOwner(w, 'insert into migration (name, timestamp) values ($1, $2)', [last!.name, last!.timestamp]);
  // One that is newer than this process is for the process that comes next.
  await asOwner(w, `insert into migration (name, timestamp) values ('later1700000000099', 1700000000099)`);
  await ready().expect(200);
  await asOwner(w, 'alter table migration rename to elsewhere');
  expectProblem(await ready(), 503, 'kernel.unavailable');
  await w.as().get('/health/live').expect(200);
  await asOwner(w, 'alter table elsewhere rename to migration');
});

test('without its Redis the platform serves, and says so', async () => {
  const settings = testConfig(w.database, { REDIS_URL: 'redis://127.0.0.1:1' });
  const away = await createPlatform(settings, false);
  try {
    const { body } = await new Agent(away.getHttpServer()).get('/health/ready').expect(200);
    expect(body).toEqual({ status: 'ok', degraded: ['queue-away'] });
  } finally {
    await stopPlatform(away, settings);
  }
});
