import { createHash } from 'node:crypto';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { statements } from '../../src/kernel/persistence/db';
import type { Page } from '../../src/kernel/http/page';
import type { GuideLine } from '../../src/modules/implementation/guide/guide.views';
import { World } from '../kit/world';
import { audited, type Desk, follow, givenDesk, publish, published, revise, withdraw } from './feed.kit';

let w: World;
let desk: Desk;
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
});
afterAll(() => w.close());

interface Claims {
  iat: number;
  exp: number;
  asOf: string;
  cursor: string;
  count: number;
  digest: string;
}

async function manifest(query = ''): Promise<Claims> {
  const { text, headers } = await w.as().get(`/v1/guides/manifest${query}`).expect(200);
  expect(headers['content-type']).toMatch(/^application\/jwt/);
  const keys = createLocalJWKSet((await w.as().get('/v1/guides/keys').expect(200)).body as JSONWebKeySet);
  const { payload, protectedHeader } = await compactVerify(text, keys, { algorithms: ['ES256'] });
  expect(protectedHeader.typ).toBe('guide-manifest+jwt');
  return JSON.parse(new TextDecoder().decode(payload)) as Claims;
}

/** The digest as a channel computes it, from what the list of guides says. */
async function listed(query: string): Promise<{ count: number; digest: string }> {
  const lines: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body }: { body: Page<GuideLine> } = await w
      .as()
      .get(`/v1/guides?limit=2&${query}${cursor && `&cursor=${cursor}`}`)
      .expect(200);
    lines.push(...body.items.map(({ variantCode, digest }) => `${variantCode} ${digest}\n`));
    cursor = body.nextCursor;
  }
  return { count: lines.length, digest: createHash('sha256').update(lines.sort().join('')).digest('hex') };
}

test('implementation/I10: the manifest signs what is in force, of everything, a division, an organization', async () => {
  expect(await manifest()).toMatchObject(await listed(''));
  const other = await givenDesk(w, '654200000000');
  for (let count = 0; count < 3; count++) await published(w, desk);
  await publish(other, await audited(w, other, undefined, '3'));
  const { next } = await follow(w);
  const claims = await manifest();
  expect(claims).toMatchObject({ iss: w.config.publicUrl, cursor: next, ...(await listed('')) });
  expect([claims.count, claims.exp - claims.iat]).toEqual([4, 3600]);
  const signed = { iat: expect.any(Number), exp: expect.any(Number), asOf: expect.any(String) };
  const { id } = desk.organization;
  for (const query of [
    'division=650100000000',
    'division=650000000000',
    `organization=${id}`,
    `organization=${id}&division=654200000000`,
  ])
    expect([query, await manifest(`?${query}`)]).toEqual([
      query,
      { ...claims, ...signed, ...Object.fromEntries(new URLSearchParams(query)), ...(await listed(query)) },
    ]);
  expect((await manifest(`?organization=${id}`)).count).toBe(3);
  await w.as().get('/v1/guides/manifest?region=1').expect(400);
});

test('implementation/I10: every publication, revision and withdrawal makes another manifest at once', async () => {
  const digests = [(await manifest()).digest];
  const list = await published(w, desk);
  digests.push((await manifest()).digest);
  await revise(desk, list, 5);
  digests.push((await manifest()).digest);
  expect(await manifest()).toMatchObject(await listed(''));
  await withdraw(desk, list);
  expect((await manifest()).digest).toBe(digests[0]);
  expect(new Set(digests).size).toBe(3);
});

test('implementation/I10: who has the manifest gets 304 until something changes, or until it grows old', async () => {
  const { headers, text } = await w.as().get('/v1/guides/manifest').expect(200);
  expect(headers).toMatchObject({
    etag: `"${createHash('sha256').update(text).digest('hex')}"`,
    'cache-control': 'public, no-cache',
  });
  const known = w.as().with({ 'if-none-match': headers.etag! });
  const before = statements.count;
  expect((await known.get('/v1/guides/manifest').expect(304)).text).toBe('');
  expect(statements.count - before).toBeLessThan(4);
  const { digest, iat } = await manifest();
  await w.turnClock({ hours: 1 });
  await known.get('/v1/guides/manifest').expect(200);
  const later = await manifest();
  expect([later.digest, later.iat - iat >= 3600]).toEqual([digest, true]);
  const { etag } = (await w.as().get('/v1/guides/manifest').expect(200)).headers;
  await published(w, desk);
  await w.as().with({ 'if-none-match': etag! }).get('/v1/guides/manifest').expect(200);
});

test('implementation/I10: asked by many at once, each answer holds what its caller could have read before', async () => {
  const list = await audited(w, desk);
  const answers = await Promise.all([
    publish(desk, list).then(() => manifest()),
    ...Array.from({ length: 10 }, () => manifest()),
  ]);
  expect(answers[0]).toMatchObject(await listed(''));
});

test('implementation/I10: the key set has public parts only, and 304', async () => {
  const { body, headers } = await w.as().get('/v1/guides/keys').expect(200);
  expect(body.keys).toEqual([expect.objectContaining({ kty: 'EC', crv: 'P-256', use: 'sig' })]);
  expect(JSON.stringify(body)).not.toContain('"d"');
  await w.as().with({ 'if-none-match': headers.etag! }).get('/v1/guides/keys').expect(304);
});
