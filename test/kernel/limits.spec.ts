import type { World } from '../kit/world';
import { expectProblem, officer, toyWorld } from './toy/toy-world';

let w: World;
beforeAll(async () => (w = await toyWorld({ RATE_LIMIT: '5' })));
afterAll(() => w.close());

test('a caller who asks too often gets 429 and is told how long to wait; others are not touched', async () => {
  const [busy, calm] = [(await officer(w)).agent, (await officer(w)).agent];
  // Until a token has proved good it is counted by address.
  for (const agent of [busy, calm]) await agent.get('/v1/notes').expect(200);
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

test('whoever makes tokens up is counted by address, like somebody without one', async () => {
  const answers = [];
  for (let n = 0; n < 4; n++) answers.push((await w.as(`made-up-${n}`).get('/v1/notes')).status);
  answers.push((await w.as().get('/v1/notes')).status);
  expect(answers).toEqual([401, 401, 401, 429, 429]);
});
