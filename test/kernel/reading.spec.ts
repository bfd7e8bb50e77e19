import type { Somebody } from '../kit/actors';
import { staff } from '../kit/actors';
import type { World } from '../kit/world';
import { expectProblem, note, officer, toyWorld } from './toy/toy-world';

let w: World;
let somebody: Somebody;
beforeAll(async () => {
  w = await toyWorld();
  somebody = await officer(w);
});
afterAll(() => w.close());

const written = async (more: object = {}) =>
  (await somebody.agent.post('/v1/notes', note(more)).expect(201)).body as { id: string };

describe('If-Match', () => {
  const change = { title: '改' };
  const patch = (id: string, etag?: string, by = somebody.agent) =>
    by.with(etag === undefined ? {} : { 'if-match': etag }).patch(`/v1/notes/${id}`, change);

  test('the ETag of a reading opens the next change, once', async () => {
    const { id } = await written();
    const read = await somebody.agent.get(`/v1/notes/${id}`).expect(200);
    expect(read.headers.etag).toBe('"1"');
    await patch(id, read.headers.etag).expect(200);
    const stale = await patch(id, read.headers.etag);
    expectProblem(stale, 412, 'kernel.stale');
    expect(stale.body.detail).toContain('version 2');
    expectProblem(await patch(id), 428, 'kernel.if-match-missing');
  });

  test.each(['W/"1"', '1', '*', '"1", "2"', '"x"', '""'])('%s is no strong ETag of ours', async (etag) => {
    const { id } = await written();
    expectProblem(await patch(id, etag), 400, 'kernel.bad-query');
  });

  test('what must be told first is told first: shape, then the record, then 428 and 412, then the state', async () => {
    const { id } = await written();
    const clerk = await staff(w, { role: 'clerk' });
    const stranger = await staff(w, { role: 'officer', area: '653100000000' });
    const wrong = await somebody.agent.patch(`/v1/notes/${id}`, { title: 7 });
    expectProblem(wrong, 422, 'kernel.invalid');
    expectProblem(await patch('00000000-0000-7000-8000-000000000000'), 404, 'kernel.not-found');
    expectProblem(await patch(id, undefined, stranger.agent), 404, 'kernel.not-found');
    expectProblem(await patch(id, undefined, clerk.agent), 403, 'kernel.not-allowed');
    await somebody.agent.post(`/v1/notes/${id}/publication`).expect(200);
    expectProblem(await patch(id), 428, 'kernel.if-match-missing');
    expectProblem(await patch(id, '"1"'), 412, 'kernel.stale');
    expectProblem(await patch(id, '"2"'), 409, 'kernel.not-possible-now');
  });

  test('an act needs none, and honours one all the same', async () => {
    const { id } = await written();
    expectProblem(await somebody.agent.with({ 'if-match': '"7"' }).post(`/v1/notes/${id}/publication`), 412, 'kernel.stale');
    await somebody.agent.with({ 'if-match': '"1"' }).post(`/v1/notes/${id}/publication`).expect(200);
    await somebody.agent.post(`/v1/notes/${id}/closure`).expect(200);
  });
});

describe('pages', () => {
  interface PageBody {
    items: { id: string; code: string }[];
    nextCursor: string | null;
  }

  test('no row twice and none left out, whatever is written between two pages', async () => {
    const reader = somebody.agent;
    for (let n = 0; n < 12; n++) await written();
    const before = (await reader.get('/v1/notes?limit=100').expect(200)).body as PageBody;
    expect(before.nextCursor).toBeNull();
    const seen: string[] = [];
    const later: { id: string }[] = [];
    let cursor: string | null = null;
    do {
      const answer = await reader.get(`/v1/notes?limit=5${cursor === null ? '' : `&cursor=${cursor}`}`).expect(200);
      const page = answer.body as PageBody;
      expect(page.items.length).toBeLessThanOrEqual(5);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (seen.length < 15) later.push(...(await Promise.all([written(), written()])));
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(0, before.items.length)).toEqual(before.items.map(({ id }) => id));
    expect(seen.slice(before.items.length).sort()).toEqual(later.map(({ id }) => id).sort());
  });

  test('a filter says strictly what it filters', async () => {
    await written({ urgent: true });
    const urgent = await somebody.agent.get('/v1/notes?urgent=true').expect(200);
    const calm = await somebody.agent.get('/v1/notes?urgent=false').expect(200);
    expect(urgent.body.items.every(({ urgent }: { urgent: boolean }) => urgent)).toBe(true);
    expect(urgent.body.items).toHaveLength(1);
    expect(calm.body.items.every(({ urgent }: { urgent: boolean }) => !urgent)).toBe(true);
  });

  test('a stranger sees an empty list where an officer sees all', async () => {
    expect((await w.as().get('/v1/notes').expect(200)).body).toEqual({ items: [], nextCursor: null });
  });
});

describe('languages', () => {
  test.each([
    [undefined, 'zh-CN', '此处没有您可以查看的内容'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN', '此处没有您可以查看的内容'],
    ['en-GB,en;q=0.9', 'en', 'There is nothing here that you may see'],
    ['fr', 'zh-CN', '此处没有您可以查看的内容'],
  ])('Accept-Language %s', async (accept, language, title) => {
    const agent = w.as().with({ 'accept-language': accept ?? '' });
    const { headers, body } = await agent.get('/v1/nothing').expect(404);
    expect(headers['content-language']).toBe(language);
    expect(body).toMatchObject({ title, detail: title, code: 'kernel.not-found' });
  });

  test('values stand in the text in either language', async () => {
    const { id } = await written();
    await somebody.agent.post(`/v1/notes/${id}/publication`).expect(200);
    const refused = async (language: string) =>
      (await somebody.agent.with({ 'accept-language': language }).post(`/v1/notes/${id}/publication`)).body.detail as string;
    expect(await refused('en')).toBe('This is not possible from the present state (published)');
    expect(await refused('zh')).toBe('当前状态（published）下不能进行此操作');
  });
});

describe('what leads from an answer to the log', () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';

  test('the request id that came in goes out; a wrong one is replaced', async () => {
    const given = await w.as().with({ 'x-request-id': 'my-request.1' }).get('/v1/notes').expect(200);
    expect(given.headers['x-request-id']).toBe('my-request.1');
    for (const wrong of ['with space', 'x'.repeat(200)]) {
      const made = await w.as().with({ 'x-request-id': wrong }).get('/v1/notes').expect(200);
      expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('the trace that came in stands in problems, history and facts', async () => {
    const agent = somebody.agent.with({ traceparent: `00-${trace}-00f067aa0ba902b7-01`, 'x-request-id': 'req-1' });
    const { id } = await written();
    await agent.post(`/v1/notes/${id}/publication`).expect(200);
    expect((await agent.get('/v1/nothing')).body.traceId).toBe(trace);
    expect(await w.rows('select trace_id as "traceId" from kernel.fact where subject_id = $1', [id])).toEqual([
      { traceId: trace },
    ]);
    const lines = await w.rows('select request_id as "requestId" from kernel.history where subject_id = $1 and seq = 2', [id]);
    expect(lines).toEqual([{ requestId: 'req-1' }]);
  });

  test.each(['garbage', `00-${trace.toUpperCase()}-00f067aa0ba902b7-01`, '00-0-0-0'])(
    '%s is no traceparent',
    async (traceparent) => {
      const { body } = await w.as().with({ traceparent }).get('/v1/nothing');
      expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(body.traceId).not.toBe(trace);
    },
  );
});
