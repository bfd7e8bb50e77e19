import { checkGb11643, checkGb32100 } from '../../src/kernel/validation/check-digits';
import { seedDemoRegion } from '../../src/seed/demo-region';
import { organizations } from '../../src/seed/organizations';
import { enterprise } from '../../src/seed/people';
import { DEMO_PASSWORD, demoSignIns, partner, persons } from '../../src/seed/sign-ins';
import { World } from '../kit/world';

let w: World;
let seconds: number;
beforeAll(async () => {
  w = await World.open();
  const begun = Date.now();
  await seedDemoRegion(w.app);
  await w.settle();
  seconds = (Date.now() - begun) / 1000;
}, 60_000);
afterAll(() => w.close());

const count = async (table: string) => (await w.rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

test('the numbers of fictional organizations and persons have valid check characters', () => {
  for (const { uscc } of [...organizations.values(), enterprise]) expect([uscc, checkGb32100(uscc).ok]).toEqual([uscc, true]);
  for (const { idNumber } of Object.values(persons)) expect(checkGb11643(idNumber, '2026-01-01').ok).toBe(true);
});

test('it is made within a quarter of a minute', () => {
  expect(seconds).toBeLessThan(15);
});

test('every demo sign-in works the way a browser signs in', async () => {
  // scripts/lib/sign-in.mjs is what the demo script and `npm run token` use.
  const { tokenFor } = (await import('../../scripts/lib/sign-in.mjs')) as {
    tokenFor: (url: string, name: string, password: string) => Promise<string>;
  };
  for (const { signInName, password } of demoSignIns) {
    const token = await tokenFor(w.config.publicUrl, signInName, password);
    await w.as(token).get('/v1/me').expect(200);
  }
});

test('the partner system signs in with its client credentials', async () => {
  const answer = await fetch(`${w.config.publicUrl}/oidc/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${partner.clientId}:${DEMO_PASSWORD}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'api' }),
  });
  expect(answer.status).toBe(200);
});

test('a second run writes nothing', async () => {
  const tables = ['kernel.history', 'kernel.fact', 'identity.account', 'directory.organization', 'kernel.delivery'];
  const before = await Promise.all(tables.map(count));
  const said: string[] = [];
  await seedDemoRegion(w.app, (line) => said.push(line));
  expect(await Promise.all(tables.map(count))).toEqual(before);
  expect(said).toEqual([]);
});
