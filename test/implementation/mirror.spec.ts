import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { signJws } from '../../src/kernel/signing/jws';
import { signingKey } from '../../src/kernel/signing/keys';
import { GuideKeys } from '../../src/modules/implementation/feed/guide-keys';
import { World } from '../kit/world';
import { audited, type Desk, givenDesk, type Listed, publish, published, revise, withdraw } from './feed.kit';

let w: World;
let desk: Desk;
let lists: (Listed & { basicCode: string })[];
const folders: string[] = [];
beforeAll(async () => {
  w = await World.open();
  desk = await givenDesk(w);
  lists = [];
  for (let count = 0; count < 3; count++) lists.push(await published(w, desk));
});
afterAll(async () => {
  folders.forEach((folder) => rmSync(folder, { recursive: true }));
  await w.close();
});

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-'));
  folders.push(folder);
  return folder;
};
const file = (folder: string, code: string) => join(folder, 'guides', `${code}.json`);

interface Run {
  exitCode: number;
  report?: { exact: boolean; count: number; published: number; withdrawn: number; wrong?: { code: string; wrong: string }[] };
  complaint: string;
}

/** The example as a channel runs it: a process of its own that knows an address. */
const mirror = (folder: string, more: string[] = [], from = w.config.publicUrl): Promise<Run> =>
  new Promise((done) => {
    const given = ['--from', from, '--folder', folder, ...more];
    execFile(process.execPath, [resolve('examples/mirror-guides.mjs'), ...given], (error, out, complaint) =>
      done({ exitCode: error ? Number(error.code) : 0, complaint, ...(out && { report: JSON.parse(out) as Run['report'] }) }),
    );
  });

/** Somebody between the platform and a channel, who changes an answer. */
async function between(changes: (path: string, body: string) => Promise<string> | string, run: (from: string) => Promise<Run>) {
  const server = createServer((request, reply) => {
    const answer = async () => {
      const { status, body, type } = await fetch(new URL(request.url!, w.config.publicUrl)).then(async (original) => ({
        status: original.status,
        body: await original.text(),
        type: original.headers.get('content-type')!,
      }));
      reply.writeHead(status, { 'content-type': type }).end(await changes(request.url!, body));
    };
    answer().catch((error: Error) => reply.writeHead(500).end(error.message));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;

test('implementation/I10: a channel mirrors every guide byte by byte, follows changes and tombstones, and proves it', async () => {
  const folder = newFolder();
  expect(await mirror(folder)).toMatchObject({ exitCode: 0, report: { exact: true, count: 3, published: 3, withdrawn: 0 } });
  const { text } = await w.as().get(`/v1/guides/${lists[0]!.code}`).expect(200);
  expect(readFileSync(file(folder, lists[0]!.code), 'utf8')).toBe(text);

  await revise(desk, lists[0]!, 5);
  await withdraw(desk, lists[1]!);
  const fresh = await published(w, desk);
  expect(await mirror(folder)).toMatchObject({ exitCode: 0, report: { exact: true, count: 3, published: 2, withdrawn: 1 } });
  const codes = [lists[0]!.code, lists[2]!.code, fresh.code];
  expect(readdirSync(join(folder, 'guides')).sort()).toEqual(codes.map((code) => `${code}.json`).sort());
  expect(readFileSync(file(folder, lists[0]!.code), 'utf8')).toContain('"versionNumber":2');

  const again = await published(w, desk, lists[1]!.basicCode);
  expect(again.code).toBe(lists[1]!.code);
  expect(await mirror(folder)).toMatchObject({ exitCode: 0, report: { exact: true, count: 4, published: 1 } });
  expect(await mirror(folder)).toMatchObject({ exitCode: 0, report: { exact: true, count: 4, published: 0, withdrawn: 0 } });
  expect(await mirror(folder, ['--verify'])).toMatchObject({ exitCode: 0, report: { exact: true } });
});

test('implementation/I10: a file that was changed, lost or put there is found by name, and repaired', async () => {
  const folder = newFolder();
  await mirror(folder);
  const codes = readdirSync(join(folder, 'guides')).map((name) => name.slice(0, 33));
  const stranger = '9'.repeat(33);
  appendFileSync(file(folder, codes[0]!), ' ');
  rmSync(file(folder, codes[1]!));
  writeFileSync(file(folder, stranger), '{}');
  const wrong = [
    { code: codes[0], wrong: 'changed' },
    { code: codes[1], wrong: 'missing' },
    { code: stranger, wrong: 'not in force' },
  ];
  for (const more of [[], ['--verify']]) {
    const { exitCode, report } = await mirror(folder, more);
    expect([exitCode, report!.exact]).toEqual([1, false]);
    expect(report!.wrong!.sort((one, other) => (one.code < other.code ? -1 : 1))).toEqual(
      wrong.sort((one, other) => (one.code! < other.code! ? -1 : 1)),
    );
  }
  expect(await mirror(folder, ['--repair'])).toMatchObject({ exitCode: 0, report: { exact: true } });
  expect(await mirror(folder, ['--verify'])).toMatchObject({ exitCode: 0 });
});

test('implementation/I10: a mirror that is behind cannot prove that it is current', async () => {
  const folder = newFolder();
  await mirror(folder);
  const { code } = await published(w, desk);
  const behind = await mirror(folder, ['--verify']);
  expect(behind).toMatchObject({ exitCode: 1, report: { exact: false, wrong: [{ code, wrong: 'missing' }] } });
});

test('implementation/I10: a mirror of a division holds that division alone, and is never mixed with another', async () => {
  const folder = newFolder();
  const other = await givenDesk(w, '654200000000');
  const list = await audited(w, other, undefined, '3');
  await publish(other, list);
  const theirs = ['--division', '654200000000'];
  expect(await mirror(folder, theirs)).toMatchObject({ exitCode: 0, report: { exact: true, count: 1, published: 1 } });
  expect(readdirSync(join(folder, 'guides'))).toEqual([`${list.code}.json`]);
  expect(await mirror(folder)).toMatchObject({ exitCode: 1, complaint: expect.stringContaining('mirrors something else') });
});

test('implementation/I10: a forged manifest is refused: another key, another claim, another set, an old one', async () => {
  const stranger = signingKey(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
  const ours = w.get(GuideKeys).current();
  const type = 'guide-manifest+jwt';
  const now = Math.floor(Date.now() / 1000);
  const forgeries: [string, string, (token: string) => Promise<string> | string][] = [
    ['another key', 'no key of the platform', (token) => signJws(stranger, type, claimsOf(token))],
    ['another key under our name', 'forged', (token) => signJws({ ...stranger, kid: ours.kid }, type, claimsOf(token))],
    ['another type', 'forged', (token) => signJws(ours, 'JWT', claimsOf(token))],
    [
      'another claim',
      'forged',
      (token) => {
        const [header, , signature] = token.split('.');
        const claims = Buffer.from(JSON.stringify({ ...claimsOf(token), count: 0 })).toString('base64url');
        return [header, claims, signature].join('.');
      },
    ],
    [
      'no signature',
      'forged',
      (token) => `${Buffer.from(JSON.stringify({ alg: 'none', typ: type })).toString('base64url')}.${token.split('.')[1]}.`,
    ],
    ['another set', 'of another set', (token) => signJws(ours, type, { ...claimsOf(token), division: '650000000000' })],
    ['an old one', 'stale', (token) => signJws(ours, type, { ...claimsOf(token), iat: now - 7200, exp: now - 3600 })],
    ['no token', 'forged', () => 'not.a.token'],
  ];
  for (const [name, complaint, forge] of forgeries) {
    const changes = (path: string, body: string) => (path.startsWith('/v1/guides/manifest') ? forge(body) : body);
    const run = await between(changes, (from) => mirror(newFolder(), [], from));
    expect([name, run.exitCode, run.complaint]).toEqual([name, 2, expect.stringContaining(complaint)]);
  }
});

test('implementation/I10: a document changed on the way is refused, and with keys got by another way so is the whole line', async () => {
  const folder = newFolder();
  const document = await between(
    (path, body) => (path.startsWith('/v1/guide-versions/') ? body.replace('示例', '伪造') : body),
    (from) => mirror(folder, [], from),
  );
  expect(document).toMatchObject({ exitCode: 2, complaint: expect.stringContaining('is not the one that was published') });
  expect(readdirSync(join(folder, 'guides'))).toEqual([]);

  const pinned = join(folder, 'keys.json');
  writeFileSync(pinned, JSON.stringify((await w.as().get('/v1/guides/keys').expect(200)).body));
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = { ...stranger.publicKey.export({ format: 'jwk' }), kid: signingKey(stranger.privateKey).kid };
  const impostor = (path: string, body: string) => {
    if (path.startsWith('/v1/guides/keys')) return JSON.stringify({ keys: [own] });
    return path.startsWith('/v1/guides/manifest')
      ? signJws(signingKey(stranger.privateKey), 'guide-manifest+jwt', claimsOf(body))
      : body;
  };
  const run = await between(impostor, (from) => mirror(newFolder(), ['--keys', pinned], from));
  expect(run).toMatchObject({ exitCode: 2, complaint: expect.stringContaining('no key of the platform') });
});

test('implementation/I10: a mirror that runs while others publish ends exact', async () => {
  const folder = newFolder();
  const fresh = await Promise.all([1, 2, 3, 4, 5, 6].map(() => audited(w, desk)));
  const [, run] = await Promise.all([Promise.all(fresh.map((list) => publish(desk, list))), mirror(folder)]);
  expect(run).toMatchObject({ exitCode: 0, report: { exact: true } });
  await mirror(folder);
  expect(await mirror(folder, ['--verify'])).toMatchObject({ exitCode: 0 });
  const held = readdirSync(join(folder, 'guides'));
  for (const { code } of fresh) expect(held).toContain(`${code}.json`);
});
