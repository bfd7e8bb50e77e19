import { randomUUID } from 'node:crypto';
import { Ticks } from '../../src/kernel/jobs/ticks';
import { createPlatform, stopPlatform } from '../../src/platform';
import type { Somebody } from '../kit/actors';
import { note, officer, toyWorld } from '../kernel/toy/toy-world';
import { ToyModule } from '../kernel/toy/toy.module';
import { World } from '../kit/world';

let w: World;
let somebody: Somebody;
beforeAll(async () => {
  w = await toyWorld();
  somebody = await officer(w);
});
afterAll(() => w.close());

/** `cut`: the idle connection was closed just as the next request went out, which HTTP cannot help. */
type Outcome = number | 'refused' | 'cut';

/** Callers who never rest, over connections that they keep; answers what each request came to. */
function crowd(base: string): { rest: () => Promise<Outcome[]> } {
  const told: Outcome[] = [];
  let resting = false;
  const one = async () => {
    while (!resting) {
      const headers = {
        authorization: `Bearer ${somebody.agent.token}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      };
      const sent = fetch(`${base}/v1/notes`, { method: 'POST', headers, body: JSON.stringify(note()) });
      const came = await sent.then(
        async (answer): Promise<Outcome> => (await answer.text(), answer.status),
        (error: { cause?: { code?: string } }): Outcome => (error.cause?.code === 'ECONNREFUSED' ? 'refused' : 'cut'),
      );
      told.push(came);
      if (came === 'refused') return;
    }
  };
  const all = Promise.all(Array.from({ length: 12 }, one));
  return { rest: async () => ((resting = true), await all, told) };
}

test('a tick ends although requests keep telling facts', async () => {
  const callers = crowd(w.config.publicUrl);
  for (let n = 0; n < 3; n++) {
    const began = Date.now();
    await w.get(Ticks).tick();
    expect(Date.now() - began).toBeLessThan(5_000);
  }
  expect(new Set(await callers.rest())).toEqual(new Set([201]));
});

test('it stops under load: whoever came is answered, whoever comes is refused', async () => {
  const platform = await createPlatform(w.config, true, [ToyModule]);
  await platform.listen(0, '127.0.0.1');
  const callers = crowd(await platform.getUrl());
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const began = Date.now();
  await stopPlatform(platform, w.config);
  expect(Date.now() - began).toBeLessThan(5_000);
  const told = await callers.rest();
  expect(new Set(told.filter((came) => typeof came === 'number'))).toEqual(new Set([201]));
  expect(told).toContain('refused');
});
