import { staff } from '../kit/actors';
import { World } from '../kit/world';
import { expectProblem } from './toy/toy-world';

let w: World;
beforeAll(async () => (w = await World.open()));
afterAll(() => w.close());

test('the clock of the demo goes forward as far as 2099, whatever the steps', async () => {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const now = async () => (await w.as().get('/ops/clock').expect(200)).body.now as string;
  const year = async () => Number((await now()).slice(0, 4));
  while ((await year()) < 2090) await agent.post('/ops/clock/turns', { days: 3_650 }).expect(200);
  const before = await now();
  expectProblem(await agent.post('/ops/clock/turns', { days: 3_650 }), 422, 'kernel.clock-at-end');
  expect(Date.parse(await now()) - Date.parse(before)).toBeLessThan(60_000);
  await agent.post('/ops/clock/turns', { days: 1 }).expect(200);
});
