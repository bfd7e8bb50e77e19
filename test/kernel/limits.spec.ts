import type { World } from '../kit/world';
import { expectProblem, officer, toyWorld } from './toy/toy-world';

let w: World;
beforeAll(async () => (w = await toyWorld({ RATE_LIMIT: '5' })));
afterAll(() => w.close());

test('a caller who asks too often gets 429 and is told how long to wait; others are not touched', async () => {
  const [busy, calm] = [(await officer(w)).agent, (await officer(w)).agent];
  for (let n = 4; n >= 0; n--) {
    const { headers } = await busy.get('/v1/notes').expect(200);
    expect(headers).toMatchObject({ 'ratelimit-limit': '5', 'ratelimit-remaining': String(n) });
    expect(Number(headers['ratelimit-reset'])).toBeGreaterThan(0);
  }
  const refused = await busy.get('/v1/notes');
  expectProblem(refused, 429, 'kernel.too-many');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.headers['ratelimit-remaining']).toBe('0');
  await calm.get('/v1/notes').expect(200);
});

test('somebody without a token is counted by address', async () => {
  const answers = [];
  for (let n = 0; n < 6; n++) answers.push((await w.as().get('/v1/notes')).status);
  expect(answers).toEqual([200, 200, 200, 200, 200, 429]);
});
