import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Ticks } from '../../src/kernel/jobs/ticks';
import { partner, person, staff, type Somebody } from '../kit/actors';
import { eventually } from '../kit/given-calendar';
import { ofd, pdf, png, sentFile } from '../kit/given-file';
import { givenOrganization } from '../kit/given-organization';
import { World } from '../kit/world';

let w: World;
let citizen: Somebody;
beforeAll(async () => {
  w = await World.open({ UPLOAD_LIMIT_MB: '2' });
  citizen = await person(w);
});
afterAll(() => w.close());

const send = (bytes: Buffer, type = 'application/pdf', { agent } = citizen) => agent.stream('/v1/uploads', type, bytes);
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** What lies in the store. */
function objects(): string[] {
  const files = readdirSync(path.join(w.config.settings.DATA_FOLDER, 'files'), { recursive: true, encoding: 'utf8' });
  return files.map((file) => path.join(w.config.settings.DATA_FOLDER, 'files', file)).filter((file) => statSync(file).isFile());
}
const stored = (id: string) => objects().filter((file) => path.basename(file) === id);
const underKey = async (key: string) => (await w.rows('select 1 from acceptance.upload where request_key = $1', [key])).length;
const state = async (id: string) =>
  (await w.rows<{ state: string }>('select state from acceptance.upload where id = $1', [id]))[0]!.state;

test('acceptance/A8: a file is sent as it is, told by size and hash, and lies sealed under an id of its own', async () => {
  const bytes = pdf('示例营业执照');
  const { body, headers } = await send(bytes).expect(201);
  expect(body).toMatchObject({ mediaType: 'application/pdf', size: bytes.length, sha256: hash(bytes), state: 'unscanned' });
  expect(headers.location).toBe(`/v1/uploads/${body.id}`);
  const [object] = stored(body.id as string);
  expect(readFileSync(object!).includes(Buffer.from('%PDF'))).toBe(false);
  const [row] = await w.rows('select to_jsonb(t)::text as row from acceptance.upload t where id = $1', [body.id]);
  expect(row!.row).not.toContain('营业执照');
  const seen = await citizen.agent.get(`/v1/uploads/${body.id}`).expect(200);
  expect(seen.body).toEqual(body);
});

test('acceptance/A8: every type of the table is taken; clerks and partner systems send as well', async () => {
  for (const [bytes, type] of [
    [png(), 'image/png'],
    [ofd(), 'application/ofd'],
    [pdf(), 'application/pdf; charset=x'],
  ] as const)
    await send(bytes, type).expect(201);
  const { id } = await givenOrganization(w);
  await send(pdf(), undefined, await staff(w, { role: 'clerk', unit: id })).expect(201);
  await send(pdf(), undefined, await partner(w, id)).expect(201);
});

test('a file is seen by whoever sent it; to everybody else it does not exist', async () => {
  const id = await sentFile(citizen);
  const clerk = await staff(w, { role: 'clerk', unit: (await givenOrganization(w)).id });
  for (const { agent } of [await person(w), clerk]) await agent.get(`/v1/uploads/${id}`).expect(404);
});

test.each<[string, Buffer, string, number, string]>([
  ['nothing', Buffer.alloc(0), 'application/pdf', 422, 'kernel.file-empty'],
  ['another type than it says', png(), 'application/pdf', 422, 'kernel.file-type-differs'],
  ['an image too large to open', png(50_000, 50_000), 'image/png', 422, 'kernel.image-too-large'],
  ['an archive that bursts', ofd({ name: 'b', bytes: Buffer.alloc(2 ** 20) }), 'application/ofd', 422, 'kernel.file-unsound'],
  ['more than is allowed', Buffer.concat([pdf(), Buffer.alloc(2 ** 21)]), 'application/pdf', 413, 'kernel.too-large'],
  ['a type that nobody takes', Buffer.from('PK'), 'application/zip', 415, 'kernel.wrong-media-type'],
  ['rows', Buffer.from('a,b'), 'text/csv', 415, 'kernel.wrong-media-type'],
  ['JSON', Buffer.from('{}'), 'application/json', 415, 'kernel.wrong-media-type'],
])('acceptance/A8: %s is refused, and nothing of it is kept', async (_, bytes, type, status, code) => {
  const before = objects().length;
  const { body } = await send(bytes, type).expect(status);
  expect(body).toMatchObject({ code, ...(status === 422 && { rule: 'acceptance/A8' }) });
  expect(objects().length).toBe(before);
  expect(await w.rows(`select 1 from acceptance.upload where state = 'receiving'`)).toEqual([]);
});

test('no other door takes a file', async () => {
  const { body } = await citizen.agent.stream('/v1/cases', 'application/pdf', pdf()).expect(415);
  expect(body.code).toBe('kernel.wrong-media-type');
});

test('the same file under the same key is the same upload; another under it is refused; what failed gives its key back', async () => {
  const agent = citizen.agent.with({ 'idempotency-key': randomUUID() });
  await agent.stream('/v1/uploads', 'application/pdf', png()).expect(422);
  const first = await agent.stream('/v1/uploads', 'application/pdf', pdf()).expect(201);
  const again = await agent.stream('/v1/uploads', 'application/pdf', pdf()).expect(201);
  expect(again.headers['idempotent-replayed']).toBe('true');
  expect(again.body).toEqual(first.body);
  const other = await agent.stream('/v1/uploads', 'application/pdf', pdf('另一份')).expect(422);
  expect(other.body.code).toBe('kernel.idempotency-key-reused');
  await citizen.agent.with({ 'idempotency-key': '' }).stream('/v1/uploads', 'application/pdf', pdf()).expect(400);
});

/** A request written by hand: `write` sends what it likes of the body. */
function byHand(headers: Record<string, string>, key = randomUUID()) {
  const ask = request(`${w.config.publicUrl}/v1/uploads`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${citizen.agent.token}`,
      'idempotency-key': key,
      'content-type': 'application/pdf',
      ...headers,
    },
  });
  const answer = new Promise<number | string>((resolve) => {
    ask.on('response', (response) => resolve(response.resume().statusCode!));
    ask.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
  return { ask, answer };
}

test('two that come at once under one key: one is stored, the other waits for it', async () => {
  const key = randomUUID();
  const first = byHand({}, key);
  first.ask.write(pdf());
  await eventually(async () => expect(await underKey(key)).toBe(1));
  const second = byHand({}, key);
  second.ask.end(pdf());
  expect(await second.answer).toBe(409);
  first.ask.end();
  expect(await first.answer).toBe(201);
});

test('an upload that is broken off leaves no object, and its key may be used again', async () => {
  const before = objects().length;
  const key = randomUUID();
  const { ask, answer } = byHand({ 'content-length': '1000000' }, key);
  ask.write(Buffer.concat([pdf(), Buffer.alloc(300_000)]));
  await eventually(() => Promise.resolve(expect(objects().length).toBe(before + 1)));
  ask.destroy();
  expect(await answer).toBe('ECONNRESET');
  await eventually(async () => expect(await underKey(key)).toBe(0));
  expect(objects().length).toBe(before);
});

test('two hundred megabytes, announced or not, are cut off: 413, and the connection is closed', async () => {
  const announced = byHand({ 'content-length': String(200 * 2 ** 20) });
  announced.ask.write(pdf());
  expect(await announced.answer).toBe(413);
  const { ask, answer } = byHand({});
  const closed = new Promise((resolve) => ask.on('close', resolve));
  let sent = 0;
  function* endless() {
    yield pdf();
    for (; sent < 200 * 2 ** 20; sent += 2 ** 16) yield Buffer.alloc(2 ** 16);
  }
  Readable.from(endless()).pipe(ask);
  // Whether the answer is read before the cut is felt is the sender's luck.
  expect([413, 'EPIPE', 'ECONNRESET']).toContain(await answer);
  await closed;
  expect(sent).toBeLessThan(20 * 2 ** 20);
});

test('acceptance/A8: what no case takes within a day is removed, with its key', async () => {
  const id = await sentFile(citizen);
  await w.turnClock({ hours: 23 });
  await w.get(Ticks).tick();
  expect(await state(id)).toBe('unscanned');
  await w.turnClock({ hours: 2 });
  await w.get(Ticks).tick();
  await w.get(Ticks).tick();
  expect([await state(id), stored(id)]).toEqual(['removed', []]);
  expect(await w.rows('select key, request_key from acceptance.upload where id = $1', [id])).toEqual([
    { key: null, request_key: null },
  ]);
  const { body } = await citizen.agent.get(`/v1/uploads/${id}`).expect(200);
  expect(body).toMatchObject({ state: 'removed' });
});
