import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Ticks } from '../../src/kernel/jobs/ticks';
import { person, type Somebody } from '../kit/actors';
import type { World } from '../kit/world';
import { asOwner, expectProblem, note, officer, toyWorld, until } from './toy/toy-world';

let w: World;
let somebody: Somebody;
beforeAll(async () => {
  w = await toyWorld();
  somebody = await officer(w);
});
afterAll(() => w.close());

const key = () => ({ 'idempotency-key': randomUUID() });
const notesCalled = async (code: string) =>
  (await w.rows<{ count: number }>('select count(*)::int as count from kernel_test.note where code = $1', [code]))[0]!.count;

test('fifty at once with one key: one effect, one answer, told as replayed', async () => {
  const agent = somebody.agent.with(key());
  const body = note();
  const answers = await Promise.all(Array.from({ length: 50 }, () => agent.post('/v1/notes', body)));
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]!.status).toBe(201);
  expect(answers.filter(({ headers }) => headers['idempotent-replayed'] === 'true')).toHaveLength(49);
  expect(new Set(answers.map(({ headers }) => headers.location as string))).toEqual(
    new Set([`/v1/notes/${answers[0]!.body.id}`]),
  );
  expect(await notesCalled(body.code)).toBe(1);
});

test('the stored answer is given even when the record has changed since', async () => {
  const agent = somebody.agent.with(key());
  const body = note();
  const first = await agent.post('/v1/notes', body).expect(201);
  await somebody.agent.post(`/v1/notes/${first.body.id}/publication`).expect(200);
  const again = await agent.post('/v1/notes', body).expect(201);
  expect(again.text).toBe(first.text);
});

test('the order of members does not make another body', async () => {
  const agent = somebody.agent.with(key());
  const { code, title } = note();
  await agent.post('/v1/notes', { code, title }).expect(201);
  await agent.post('/v1/notes', { title, code }).expect(201).expect('idempotent-replayed', 'true');
});

test('another body, another address or another record under the same key is 422', async () => {
  const agent = somebody.agent.with(key());
  const { body } = await agent.post('/v1/notes', note()).expect(201);
  expectProblem(await agent.post('/v1/notes', note()), 422, 'kernel.idempotency-key-reused');
  expectProblem(await agent.post(`/v1/notes/${body.id}/publication`), 422, 'kernel.idempotency-key-reused');
});

test('a key belongs to its caller', async () => {
  const same = key();
  const other = await person(w);
  const mine = await somebody.agent.with(same).post('/v1/notes', note()).expect(201);
  const theirs = await other.agent.with(same).post('/v1/notes', note()).expect(201);
  expect(theirs.body.id).not.toBe(mine.body.id);
  expect(theirs.headers['idempotent-replayed']).toBeUndefined();
});

test('a refusal leaves nothing and is judged afresh', async () => {
  const agent = somebody.agent.with(key());
  const { body } = await somebody.agent.post('/v1/notes', note()).expect(201);
  expectProblem(await agent.post(`/v1/notes/${body.id}/closure`), 409, 'kernel.not-possible-now');
  await somebody.agent.post(`/v1/notes/${body.id}/publication`).expect(200);
  const closed = await agent.post(`/v1/notes/${body.id}/closure`).expect(200);
  expect(closed.headers['idempotent-replayed']).toBeUndefined();
  expect(closed.body.state).toBe('closed');
});

test('fifty at once that are all refused leave no key behind', async () => {
  const same = key();
  const { body } = await somebody.agent.post('/v1/notes', note()).expect(201);
  const agent = somebody.agent.with(same);
  const answers = await Promise.all(Array.from({ length: 50 }, () => agent.post(`/v1/notes/${body.id}/closure`)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([409]));
  expect(await w.rows('select 1 from kernel.idempotency_key where key = $1', [same['idempotency-key']])).toEqual([]);
});

test.each([
  ['nothing', ''],
  ['too short', '1234567'],
  ['too long', 'x'.repeat(129)],
  ['a space', '1234 5678'],
  ['not ASCII', 'schlüssel1'],
])('without a usable key (%s) nothing is done', async (_, wrong) => {
  const agent = somebody.agent.with({ 'idempotency-key': wrong });
  expectProblem(await agent.post('/v1/notes', note()), 400, 'kernel.idempotency-key-missing');
});

test('a POST that only reads takes no key and keeps nothing', async () => {
  const before = await w.rows('select count(*) from kernel.idempotency_key');
  await w.as().post('/v1/notes/search').expect(200);
  expect(await w.rows('select count(*) from kernel.idempotency_key')).toEqual(before);
});

describe('while the first request with the key is still running', () => {
  const claimed = async (caller: string, name: string): Promise<Client> => {
    const client = new Client(w.config.settings.DATABASE_URL);
    await client.connect();
    await client.query('begin');
    await client.query('insert into kernel.idempotency_key (caller, key, fingerprint) values ($1, $2, $3)', [caller, name, 'x']);
    return client;
  };

  test('the second waits at most three seconds and then gets 409 with Retry-After', async () => {
    const same = key();
    const first = await claimed(`staff:${somebody.id}`, same['idempotency-key']);
    const answer = await somebody.agent.with(same).post('/v1/notes', note());
    expectProblem(answer, 409, 'kernel.busy');
    expect(answer.headers['retry-after']).toBe('1');
    await first.query('rollback');
    await first.end();
  });

  test('the second goes on as the first one when that is rolled back', async () => {
    const same = key();
    const first = await claimed(`staff:${somebody.id}`, same['idempotency-key']);
    const second = somebody.agent.with(same).post('/v1/notes', note());
    const answer = second.then((response) => response);
    await until(async () => (await w.rows(`select 1 from pg_locks where not granted`)).length > 0);
    await first.query('rollback');
    await first.end();
    expect((await answer).status).toBe(201);
  });
});

test('the kept answer is sealed: the table shows neither body nor title', async () => {
  const same = key();
  await somebody.agent
    .with(same)
    .post('/v1/notes', note({ title: '机密标题' }))
    .expect(201);
  const [row] = await w.rows<{ body: string }>('select * from kernel.idempotency_key where key = $1', [same['idempotency-key']]);
  expect(row!.body).toMatch(/^v1\.intl\.1\./);
  expect(JSON.stringify(row)).not.toContain('机密标题');
});

test('keys are forgotten after seven days', async () => {
  const [old, young] = [key(), key()];
  await somebody.agent.with(old).post('/v1/notes', note()).expect(201);
  await somebody.agent.with(young).post('/v1/notes', note()).expect(201);
  await asOwner(w, `update kernel.idempotency_key set created_at = now() - interval '8 days' where key = $1`, [
    old['idempotency-key'],
  ]);
  await w.get(Ticks).tick();
  const left = await w.rows('select key from kernel.idempotency_key where key = any($1)', [
    [old['idempotency-key'], young['idempotency-key']],
  ]);
  expect(left).toEqual([{ key: young['idempotency-key'] }]);
});
