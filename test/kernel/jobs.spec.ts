import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { Jobs } from '../../src/kernel/jobs/jobs';
import { type Somebody, staff } from '../kit/actors';
import type { World } from '../kit/world';
import { ToyJobs } from './toy/toy.jobs';
import { expectProblem, officer, toyWorld, until } from './toy/toy-world';

const NDJSON = 'application/x-ndjson';
const lines = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const five = lines(...[1, 2, 3, 4, 5].map((n) => ({ text: `row ${n}` })));

let w: World;
let starter: Somebody;
beforeAll(async () => {
  w = await toyWorld();
  starter = await officer(w);
});
afterEach(() => (w.get(ToyJobs).before = () => Promise.resolve()));
afterAll(() => w.close());

const send = (body: string | Buffer, type = NDJSON) => starter.agent.stream('/v1/copies', type, body);
const effects = async (id: string) =>
  (await w.rows<{ title: string }>('select title from kernel_test.effect where fact_id = $1 order by title', [id])).map(
    ({ title }) => title.slice(2),
  );

/** Sends, waits for the end, answers what the job and its rows say. */
async function done(body: string | Buffer, type = NDJSON) {
  const { headers } = await send(body, type).expect(202);
  await w.settle();
  const { body: job } = await starter.agent.get(headers.location!).expect(200);
  const { body: rows } = await starter.agent.get(`${headers.location}/rows?limit=100`).expect(200);
  return { job, rows: rows.items, values: (await effects(job.id)).map((text) => JSON.parse(text) as object) };
}

test('rows are taken in, done in chunks, counted and reported, as a page and as NDJSON', async () => {
  const { job, rows, values } = await done(five);
  expect(job).toMatchObject({ kind: 'toy.copy', state: 'done', total: 5, done: 5, outcomes: [{ outcome: 'copied', rows: 5 }] });
  expect(rows).toHaveLength(5);
  expect(rows[4]).toEqual({ row: 5, outcome: 'copied', code: 'C5', problems: [] });
  expect(values).toHaveLength(5);
  const report = await starter.agent.get(`/v1/jobs/${job.id}/report`).buffer().parse(asText).expect(200);
  expect(report.headers['content-type']).toContain(NDJSON);
  expect(
    (report.body as string)
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { row: number }).row),
  ).toEqual([1, 2, 3, 4, 5]);
  const page = await starter.agent.get(`/v1/jobs/${job.id}/rows?limit=2&outcome=copied`).expect(200);
  const next = await starter.agent.get(`/v1/jobs/${job.id}/rows?limit=2&cursor=${page.body.nextCursor}`).expect(200);
  expect(next.body.items.map(({ row }: { row: number }) => row)).toEqual([3, 4]);
});

test('the same file by the same key is the same job; another file by that key is refused', async () => {
  const keyed = { agent: starter.agent.with({ 'idempotency-key': randomUUID() }) };
  const first = await keyed.agent.stream('/v1/copies', NDJSON, five).expect(202);
  const again = await keyed.agent.stream('/v1/copies', NDJSON, five).expect(202);
  expect(again.headers).toMatchObject({ location: first.headers.location, 'idempotent-replayed': 'true' });
  expectProblem(await keyed.agent.stream('/v1/copies', NDJSON, lines({ text: 'other' })), 422, 'kernel.idempotency-key-reused');
  await w.settle();
  expect(await effects(first.body.id)).toHaveLength(5);
});

test('the starter and the administration of its area see a job, nobody else', async () => {
  const { job } = await done(five);
  const [above, beside] = [{ area: '650000000000' }, { area: '653100000000' }];
  const publisher = 'officer';
  await (await staff(w, { role: publisher, ...above })).agent.get(`/v1/jobs/${job.id}`).expect(200);
  await (await staff(w, { role: publisher })).agent.get(`/v1/jobs/${job.id}/rows`).expect(200);
  const stranger = (await staff(w, { role: publisher, ...beside })).agent;
  for (const path of ['', '/rows', '/report']) await stranger.get(`/v1/jobs/${job.id}${path}`).expect(404);
  await stranger.post(`/v1/jobs/${job.id}/cancellation`).expect(404);
});

test('a worker that is killed leaves a job that goes on behind its last chunk; two at once do no row twice', async () => {
  let killed = false;
  let bury = () => undefined as void;
  w.get(ToyJobs).before = async (rows) => {
    if (rows[0]!.number !== 3 || killed) return;
    killed = true;
    // As after a kill: the claim stands, and nobody is there.
    await new Promise<void>((resolve) => (bury = resolve));
  };
  const { body } = await send(five).expect(202);
  await until(() => Promise.resolve(killed));
  expect((await starter.agent.get(`/v1/jobs/${body.id}`)).body).toMatchObject({ state: 'running', done: 2 });
  await w.rows(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'`,
  );
  await w.rows(`update kernel.job set claimed_until = clock_timestamp() - interval '1 second' where id = $1`, [body.id]);
  await Promise.all([w.get(Jobs).run(body.id), w.get(Jobs).run(body.id)]);
  bury();
  await w.settle();
  expect((await starter.agent.get(`/v1/jobs/${body.id}`)).body).toMatchObject({ state: 'done', done: 5 });
  expect(await effects(body.id)).toHaveLength(5);
});

test('a worker that was thought dead and comes back leaves nothing of its chunk', async () => {
  let comeBack = () => undefined as void;
  let waiting = false;
  w.get(ToyJobs).before = async (rows) => {
    if (rows[0]!.number !== 3 || waiting) return;
    waiting = true;
    await new Promise<void>((resolve) => (comeBack = resolve));
  };
  const { body } = await send(five).expect(202);
  await until(() => Promise.resolve(waiting));
  await w.rows(`update kernel.job set claimed_until = clock_timestamp() - interval '1 second' where id = $1`, [body.id]);
  await w.get(Jobs).run(body.id);
  comeBack();
  await w.settle();
  expect(await effects(body.id)).toHaveLength(5);
});

test('cancelled in the middle: what is done stays done and is reported, the chunk in hand is not', async () => {
  w.get(ToyJobs).before = async (rows) => {
    if (rows[0]!.number !== 3) return;
    const { job_id: id } = (
      await w.rows<{ job_id: string }>(
        `select job_id from kernel.job_row r join kernel.job on id = job_id where state = 'running' limit 1`,
      )
    )[0]!;
    await starter.agent.post(`/v1/jobs/${id}/cancellation`).expect(200);
  };
  const { job, rows, values } = await done(five);
  expect(job).toMatchObject({ state: 'cancelled', done: 2, total: 5 });
  expect([rows.length, values.length]).toEqual([2, 2]);
  expectProblem(await starter.agent.post(`/v1/jobs/${job.id}/cancellation`), 409, 'kernel.not-possible-now');
});

test('a chunk that fails is tried again; one that always fails ends the job as failed', async () => {
  let failures = 0;
  w.get(ToyJobs).before = () => (failures++ ? Promise.resolve() : Promise.reject(new Error('for the test')));
  const { body } = await send(five).expect(202);
  await until(() => Promise.resolve(failures > 0));
  await until(async () => (await w.rows(`select 1 from kernel.job where id = $1 and error is not null`, [body.id])).length > 0);
  await w.rows(`update kernel.job set claimed_until = null where id = $1`, [body.id]);
  await w.get(Jobs).run(body.id);
  expect(await effects(body.id)).toHaveLength(5);
  w.get(ToyJobs).before = () => Promise.reject(new Error('for the test'));
  const { body: lost } = await send(five).expect(202);
  await w.rows(`update kernel.job set attempts = 8, claimed_until = null where id = $1`, [lost.id]);
  await w.get(Jobs).run(lost.id);
  await until(async () => (await starter.agent.get(`/v1/jobs/${lost.id}`)).body.state === 'failed');
  await w.rows(`update kernel.job set error = null`);
});

describe('what is sent', () => {
  test('CSV: header, quotes, CRLF, BOM, numbers, flags and JSON in cells; formulas are read back as they were', async () => {
    const csv =
      '\ufefftext,amount,urgent,parts\r\n"a ""b""\r\nc",3,true,"[{""name"":""p""}]"\r\n\'=1+1,,,\r\n\'\'=1,x,,\r\n\'plain,,,\r\n';
    expect((await done(csv, 'text/csv')).values).toEqual([
      { text: 'a "b"\r\nc', amount: 3, urgent: true, parts: [{ name: 'p' }] },
      { text: '=1+1' },
      { text: "'=1", amount: 'x' },
      { text: "'plain" },
    ]);
  });

  test('GB18030 where it is declared', async () => {
    const gb = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from('"}')]);
    expect((await done(gb, `${NDJSON}; charset=GB18030`)).values).toEqual([{ text: '中文' }]);
    const refused = await send(gb);
    expectProblem(refused, 422, 'kernel.unsound-line');
    expect(refused.body.errors).toEqual([
      { pointer: '/lines/1', code: 'charset', detail: expect.stringContaining('charset=gb18030') },
    ]);
    expectProblem(await send(five, `${NDJSON}; charset=utf-7`), 415, 'kernel.wrong-media-type');
  });

  test('a row that cannot be read is refused alone', async () => {
    const { job, rows } = await done(
      ['{"text":"one"}', '{"text":', '[]', '{"text":"\\u0000"}', '{"__proto__":1}', '', '{"text":"two"}'].join('\n'),
    );
    expect(job.outcomes).toEqual([
      { outcome: 'copied', rows: 2 },
      { outcome: 'refused', rows: 4 },
    ]);
    expect(rows.slice(1, 4).map(({ problems }: { problems: { code: string }[] }) => problems[0]!.code)).toEqual([
      'json',
      'object',
      'nul',
    ]);
  });

  test.each([
    [
      'broken UTF-8 in the third line',
      Buffer.concat([Buffer.from('{"text":"a"}\n{"text":"b"}\n{"text":"'), Buffer.from([0xff]), Buffer.from('"}')]),
      NDJSON,
      3,
    ],
    ['a line of 10 MB', `{"text":"a"}\n{"text":"${'x'.repeat(10_000_000)}"}`, NDJSON, 2],
    ['unbalanced quotes', 'text\n"a\nb\nc', 'text/csv', undefined],
    ['a quote in the middle', 'text\na"b', 'text/csv', undefined],
    ['too many cells', 'text\na,b', 'text/csv', undefined],
    ['a column that is no field', 'text,colour\na,b', 'text/csv', 1],
    ['a column twice', 'text,text\na,b', 'text/csv', 1],
  ])('a file with %s is refused with the line, and leaves nothing', async (_, body, type, line) => {
    const answer = await send(body, type);
    expectProblem(answer, line === 2 ? 413 : 422, line === 2 ? 'kernel.too-large' : 'kernel.unsound-line');
    expect(answer.body.errors[0].pointer).toMatch(line ? `/lines/${line}` : /^\/lines\/\d+$/);
    expect(await w.rows(`select 1 from kernel.job where state = 'receiving'`)).toEqual([]);
  });

  test('nothing, JSON, and rows where JSON belongs are refused', async () => {
    expectProblem(await send('\n\n'), 422, 'kernel.no-rows');
    expectProblem(await send('text\n', 'text/csv'), 422, 'kernel.no-rows');
    expectProblem(await starter.agent.post('/v1/copies', { text: 'a' }), 415, 'kernel.wrong-media-type');
    expectProblem(await starter.agent.stream('/v1/notes', NDJSON, five), 415, 'kernel.wrong-media-type');
    expectProblem(
      await starter.agent.with({ 'idempotency-key': 'x' }).stream('/v1/copies', NDJSON, five),
      400,
      'kernel.idempotency-key-missing',
    );
  });

  test('whoever goes away in the middle leaves nothing, and may send again by the same key', async () => {
    const key = randomUUID();
    const headers = { authorization: `Bearer ${starter.agent.token}`, 'content-type': NDJSON, 'idempotency-key': key };
    const leaving = request(`${w.config.publicUrl}/v1/copies`, { method: 'POST', headers });
    leaving.on('error', () => undefined);
    leaving.write(`${five}\n`);
    const receiving = async () => (await w.rows(`select 1 from kernel.job where state = 'receiving'`)).length;
    await until(async () => (await receiving()) === 1);
    expectProblem(await starter.agent.with({ 'idempotency-key': key }).stream('/v1/copies', NDJSON, five), 409, 'kernel.busy');
    leaving.destroy();
    await until(async () => (await receiving()) === 0);
    await starter.agent.with({ 'idempotency-key': key }).stream('/v1/copies', NDJSON, five).expect(202);
    await w.settle();
  });
});

const asText = (response: unknown, done: (error: Error | null, text: string) => void): void => {
  let text = '';
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (piece: Buffer) => (text += piece.toString()));
  stream.on('end', () => done(null, text));
};
