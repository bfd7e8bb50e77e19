import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import type { World } from '../kit/world';
import type { Somebody } from '../kit/actors';
import { expectProblem, note, officer, toyWorld } from './toy/toy-world';

let w: World;
let somebody: Somebody;
beforeAll(async () => {
  w = await toyWorld();
  somebody = await officer(w);
});
afterAll(() => w.close());

const server = () => w.app.getHttpServer();

/** A body sent byte by byte as it stands. */
const raw = (text: string, type = 'application/json') =>
  supertest(server())
    .post('/v1/notes')
    .auth(somebody.agent.token!, { type: 'bearer' })
    .set({ 'content-type': type, 'idempotency-key': randomUUID(), 'accept-language': 'en' })
    .send(text);

const nested = (depth: number, inner = '1') => '['.repeat(depth) + inner + ']'.repeat(depth);
const withField = (field: string) => `{"code":"X-${randomUUID().slice(0, 8).toUpperCase()}","title":"便笺",${field}}`;

describe('a body that no field could hold is refused before anything is done with it', () => {
  it.each<[string, string, number, string]>([
    ['a NUL', withField('"unit":"a\\u0000b"'), 422, 'kernel.invalid'],
    ['a NUL in free JSON', withField('"body":{"a":"\\u0000"}'), 422, 'kernel.invalid'],
    ['a NUL in a key', withField('"body":{"\\u0000":1}'), 422, 'kernel.invalid'],
    ['a lone surrogate', withField('"unit":"\\ud800"'), 422, 'kernel.invalid'],
    ['a lone surrogate in free JSON', withField('"body":{"a":["\\udfff"]}'), 422, 'kernel.invalid'],
    ['an integer beyond 2^53', withField('"amountFen":9007199254740993'), 422, 'kernel.invalid'],
    ['1e308', withField('"amountFen":1e308'), 422, 'kernel.invalid'],
    ['1e999', withField('"body":{"a":1e999}'), 422, 'kernel.invalid'],
    ['__proto__', withField('"__proto__":{"admin":true}'), 422, 'kernel.invalid'],
    ['constructor', withField('"body":{"constructor":{"prototype":{}}}'), 422, 'kernel.invalid'],
    ['nine thousand levels', withField(`"body":{"a":${nested(9_000)}}`), 400, 'kernel.unreadable'],
    ['a hundred thousand levels', withField(`"body":{"a":${nested(100_000)}}`), 400, 'kernel.unreadable'],
    ['twenty-one levels', withField(`"body":{"a":${nested(20)}}`), 400, 'kernel.unreadable'],
    ['no JSON at all', '{"code":"ZZTOP', 400, 'kernel.unreadable'],
    ['a bare word', 'undefined', 400, 'kernel.unreadable'],
    ['a list', '[]', 422, 'kernel.invalid'],
    ['a number', '7', 422, 'kernel.invalid'],
    ['nothing', '', 422, 'kernel.invalid'],
    ['null', 'null', 422, 'kernel.invalid'],
  ])('%s', async (_, text, status, code) => {
    const answer = await raw(text);
    expectProblem(answer, status, code);
    expect(answer.text).not.toContain('ZZTOP');
  });

  it('bytes that are no UTF-8', async () => {
    const answer = await fetch(`${w.config.publicUrl}/v1/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${somebody.agent.token}`, 'content-type': 'application/json' },
      body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'kernel.unreadable' }]);
  });

  it('nineteen levels are fine', async () => {
    await raw(withField(`"body":{"a":${nested(18)}}`)).expect(201);
  });

  it('of a key given twice the last one counts', async () => {
    const { body } = await raw('{"code":"TWICE-1","title":"first","title":"last"}').expect(201);
    expect(body.title).toBe('last');
  });
});

describe('a field is what it says, without conversion', () => {
  it.each<[string, object, string]>([
    ['"false" is no flag', { urgent: 'false' }, '/urgent'],
    ['1 is no flag', { urgent: 1 }, '/urgent'],
    ['a list is no flag', { urgent: [true] }, '/urgent'],
    ['null is no flag', { urgent: null }, '/urgent'],
    ['"7" is no number', { amountFen: '7' }, '/amountFen'],
    ['"" is no number', { amountFen: '' }, '/amountFen'],
    ['1.5 is not whole', { amountFen: 1.5 }, '/amountFen'],
    ['2^31 is more than the field says', { amountFen: 2_147_483_648 }, '/amountFen'],
    ['-1 is less than the field says', { amountFen: -1 }, '/amountFen'],
    ['30 February does not exist', { day: '2026-02-30' }, '/day'],
    ['29 February 2026 does not exist', { day: '2026-02-29' }, '/day'],
    ['a week is no day', { day: '2026-W01' }, '/day'],
    ['a month is no day', { day: '2026-06' }, '/day'],
    ['an instant is no day', { day: '2026-06-01T00:00:00Z' }, '/day'],
    ['year zero is no day', { day: '0000-00-00' }, '/day'],
    ['an instant needs an offset', { since: '2026-06-01T10:00:00' }, '/since'],
    ['an instant of no day', { since: '2026-02-30T10:00:00Z' }, '/since'],
    ['hour 24', { since: '2026-02-03T24:00:00Z' }, '/since'],
    ['a number is no title', { title: 7 }, '/title'],
    ['a blank title', { title: '   ' }, '/title'],
    ['a title that nobody can see', { title: '\u3164\u200d' }, '/title'],
    ['a title with a line separator', { title: 'a\u2028b' }, '/title'],
    ['a title in two lines', { title: 'a\nb' }, '/title'],
    ['a zero-width character', { title: 'a\u200bb' }, '/title'],
    ['a bidi override', { title: '\u202etxt' }, '/title'],
    ['an escape character', { title: '\u001b[31m' }, '/title'],
    ['too many characters', { title: '长'.repeat(21) }, '/title'],
    ['a list of a list where an object is expected', { lines: [[{}]] }, '/lines'],
    ['null among objects', { lines: [null] }, '/lines'],
    ['an object for a list', { lines: { 0: { text: 'a' } } }, '/lines'],
    ['more items than allowed', { lines: Array(4).fill({ text: 'a' }) }, '/lines'],
    ['an unknown field below', { lines: [{ text: 'a', extra: 1 }] }, '/lines/0/extra'],
    ['a wrong field below', { lines: [{ text: 7 }] }, '/lines/0/text'],
    ['a list is no object', { body: [] }, '/body'],
    ['null for an optional field', { day: null }, '/day'],
    ['an upper-case id', { parentId: randomUUID().toUpperCase() }, '/parentId'],
    ['an id that is none', { parentId: '1' }, '/parentId'],
    ['a code of the wrong length in a list', { areaPath: ['650000000000', '65'] }, '/areaPath'],
    ['an unknown field', { state: 'published' }, '/state'],
    ['a field named like a method of every object', { hasOwnProperty: 1 }, '/hasOwnProperty'],
    ['another one', { toString: 'x' }, '/toString'],
    ['and another', { valueOf: {} }, '/valueOf'],
    ['a field that looks like a promise', { then: 'x' }, '/then'],
  ])('%s', async (_, fields, pointer) => {
    const answer = await somebody.agent.post('/v1/notes', note(fields));
    expectProblem(answer, 422, 'kernel.invalid');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it('characters of the supplementary planes count once, a leap day and a day of summer time exist', async () => {
    const given = { title: '𠮷㛃'.repeat(10), day: '2028-02-29', since: '1986-07-01T00:00:00+09:00' };
    const { body } = await somebody.agent.post('/v1/notes', note(given)).expect(201);
    expect(body).toMatchObject({ title: given.title, day: '2028-02-29' });
  });

  it('null in a PATCH is refused, not written', async () => {
    const { body } = await somebody.agent.post('/v1/notes', note()).expect(201);
    const answer = await somebody.agent.with({ 'if-match': '"1"' }).patch(`/v1/notes/${body.id}`, { title: null });
    expectProblem(answer, 422, 'kernel.invalid');
  });
});

describe('an address is read as strictly', () => {
  it.each([
    ['?sort=title', 'sort'],
    ["?sort=madeAt;select pg_sleep(2)--'", 'sort'],
    ['?nonsense=1', 'nonsense'],
    ['?limit=1&limit=2', 'limit'],
    ['?limit[]=1', 'limit[]'],
    ['?filter[state]=draft', 'filter[state]'],
    ['?limit=1000000000000', 'limit'],
    ['?limit=99999999999999999999', 'limit'],
    ['?limit=0', 'limit'],
    ['?limit=-1', 'limit'],
    ['?limit=0x1F', 'limit'],
    ['?limit=1e1', 'limit'],
    ['?limit=', 'limit'],
    ['?urgent=yes', 'urgent'],
    ['?urgent=', 'urgent'],
    ['?titles=a,b,c,d', 'titles'],
    ['?titles=%00', 'titles'],
    ['?sort=%00', 'sort'],
    ['?__proto__=1', '__proto__'],
    ['?constructor=1', 'constructor'],
    ['?hasOwnProperty=1', 'hasOwnProperty'],
    ['?toString=1', 'toString'],
  ])('GET /v1/notes%s', async (query, pointer) => {
    const answer = await w.as().get(`/v1/notes${query}`);
    expectProblem(answer, 400, 'kernel.bad-query');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
  });

  it.each(['?urgent=false&limit=100', '?urgent=true', '?titles=a,b'])('GET /v1/notes%s is fine', async (query) => {
    await w.as().get(`/v1/notes${query}`).expect(200);
  });

  it.each([
    ['garbage', 'x'],
    ['not a list', Buffer.from('{"a":1}').toString('base64url')],
    ['too short', Buffer.from('["2026-01-01T00:00:00Z"]').toString('base64url')],
    ['values of another list', Buffer.from('["nonsense","nonsense"]').toString('base64url')],
    ['a NUL', Buffer.from('["\\u0000","\\u0000"]').toString('base64url')],
    ['infinity', Buffer.from('[1e999,1e999]').toString('base64url')],
    ['a year without end', Buffer.from(`["999999999-01-01","${randomUUID()}"]`).toString('base64url')],
    ['nested lists', Buffer.from('[[1],[2]]').toString('base64url')],
  ])('a cursor this list did not make: %s', async (_, cursor) => {
    expectProblem(await w.as().get(`/v1/notes?cursor=${cursor}`), 400, 'kernel.bad-cursor');
  });

  it.each(['1', 'x', '%00', '%F0%9F%98%80', randomUUID().toUpperCase(), 'a'.repeat(300), "1'--", randomUUID()])(
    'no note has the id %s',
    async (id) => expectProblem(await w.as().get(`/v1/notes/${id}`), 404, 'kernel.not-found'),
  );

  it.each(['abc', '%00', 'ABC%20', 'A'.repeat(21)])('no note has the code %s', async (code) =>
    expectProblem(await w.as().get(`/v1/notes/by-code/${code}`), 404, 'kernel.not-found'),
  );

  it.each(['/v1/notes/%zz', '/v1/notes/%C0%80', '/%'])('an address that is no address: %s', async (path) =>
    expectProblem(await w.as().get(path), 400, 'kernel.unreadable'),
  );

  it('an operation without query parameters takes none', async () => {
    expectProblem(await w.as().get(`/v1/notes/${randomUUID()}?expand=all`), 400, 'kernel.bad-query');
    expectProblem(await somebody.agent.post('/v1/notes?dry=1', note()), 400, 'kernel.bad-query');
  });

  it('an operation without a body takes none', async () => {
    const { body } = await somebody.agent.post('/v1/notes', note()).expect(201);
    const address = `/v1/notes/${(body as { id: string }).id}/publication`;
    const answer = await somebody.agent.post(address, { force: true });
    expectProblem(answer, 422, 'kernel.invalid');
    expect(answer.body.errors).toEqual([{ pointer: '/force', code: 'unknown', detail: 'no such field' }]);
    await somebody.agent.post(address).expect(200);
  });

  it('an unknown address is 404 in the same form', async () => {
    expectProblem(await w.as().get('/v1/nothing'), 404, 'kernel.not-found');
    expectProblem(await w.as().get('/wp-login.php?a=1'), 404, 'kernel.not-found');
  });
});

describe('method, media type, size', () => {
  it.each([
    ['delete', '/v1/notes', 'GET, HEAD, POST'],
    ['patch', '/v1/notes', 'GET, HEAD, POST'],
    ['post', '/v1/notes/0', 'DELETE, GET, HEAD, PATCH, PUT'],
    ['options', '/v1/notes', 'GET, HEAD, POST'],
    ['trace', '/v1/notes', 'GET, HEAD, POST'],
    ['propfind', '/v1/notes', 'GET, HEAD, POST'],
  ] as const)('%s %s is 405 and tells what the address takes', async (method, path, allow) => {
    const answer = await supertest(server())[method as 'get'](path);
    expectProblem(answer, 405, 'kernel.wrong-method');
    expect(answer.headers.allow!.split(', ')).toEqual(expect.arrayContaining(allow.split(', ')));
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense'])(
    'a body of type %s is 415',
    async (type) => expectProblem(await raw('code=A', type), 415, 'kernel.wrong-media-type'),
  );

  it('JSON with a charset parameter is JSON', async () => {
    await raw(JSON.stringify(note()), 'application/json; charset=utf-8').expect(201);
  });

  it('a body of 2 MB is 413', async () => {
    expectProblem(await raw(JSON.stringify({ code: 'A'.repeat(2_000_000) })), 413, 'kernel.too-large');
  });

  it('who may not come in is told so before the body is looked at', async () => {
    const send = (type: string, text: string) =>
      supertest(server()).post('/v1/notes').set({ 'content-type': type, 'accept-language': 'en' }).send(text);
    expectProblem(await send('application/json', '{"broken'), 401, 'kernel.not-signed-in');
    expectProblem(await send('application/json', '{"a":"\\u0000"}'), 401, 'kernel.not-signed-in');
    expectProblem(await send('text/plain', 'hello'), 401, 'kernel.not-signed-in');
  });
});

describe('the database has the last word, and its words stay inside', () => {
  it('a unique value taken meanwhile is 409', async () => {
    const body = note();
    await somebody.agent.post('/v1/notes', body).expect(201);
    expectProblem(await somebody.agent.post('/v1/notes', body), 409, 'kernel.already-exists');
  });

  it('twenty at once with one unique value: one wins, the others get 409', async () => {
    const body = note();
    const answers = await Promise.all(Array.from({ length: 20 }, () => somebody.agent.post('/v1/notes', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
  });

  it('a reference to something that does not exist is 422', async () => {
    const answer = await somebody.agent.post('/v1/notes', note({ parentId: randomUUID() }));
    expectProblem(answer, 422, 'kernel.refers-to-nothing');
  });

  it('a defect is a 500 that says nothing but its trace id', async () => {
    const answer = await w.as().delete(`/v1/notes/${randomUUID()}`);
    expectProblem(answer, 500, 'kernel.internal');
    expect(answer.text).not.toContain('secret');
    expect(answer.body.traceId).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('tokens', () => {
  it.each(['nonsense', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'])('%s is 401 with WWW-Authenticate', async (token) => {
    const answer = await w.as(token).post('/v1/notes', note());
    expectProblem(answer, 401, 'kernel.not-signed-in');
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
  });

  it('no token is 401; another scheme is 401; a wrong token is not taken for none', async () => {
    expectProblem(await w.as().post('/v1/notes', note()), 401, 'kernel.not-signed-in');
    expectProblem(await w.as().with({ authorization: 'Basic YTpi' }).get('/v1/notes'), 401, 'kernel.not-signed-in');
    expectProblem(await w.as('nonsense').get('/v1/notes'), 401, 'kernel.not-signed-in');
  });
});

test('answers carry no trace of the software and nothing a browser or a cache could misuse', async () => {
  const { headers } = await w.as().get('/v1/notes').expect(200);
  expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-powered-by', 'server']));
  expect(headers.etag).toBeUndefined();
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'strict-transport-security': expect.stringContaining('max-age'),
  });
});
