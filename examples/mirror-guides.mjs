// Mirrors the published guides (办事指南) into a folder and proves that the folder holds exactly what is in force.
//
//   node mirror-guides.mjs --from <address of the platform> --folder <folder>
//     [--division <12 digits>] [--organization <id>]   of this division and below, of this organization; the same at every run
//     [--keys <file>]      the platform's public keys, got by another way; otherwise asked of the platform at each run
//     [--verify]           changes nothing: only compares the folder with the manifest
//     [--repair]           fetches anew what was found to be wrong
//
// The folder: guides/<code>.json, the documents byte by byte; cursor.json, up to where the feed has been read, and which
// guides take no new case for now; manifest.jwt, the last proof. The digest of the manifest can be checked by hand: sha256sum over one line `<code> <sha256 of the file>` for each file, sorted.
// Exit code 0: exact. 1: not exact (files named). 2: the manifest is forged, stale or of something else. 3: the platform did not answer.
// Needs nothing but Node.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';

const AT_ONCE = 8;
const ROUNDS = 20;
const USAGE =
  'usage: mirror-guides.mjs --from <address> --folder <folder> [--division] [--organization] [--keys] [--verify] [--repair]';

class Failure extends Error {
  constructor(exitCode, message) {
    super(message);
    this.exitCode = exitCode;
  }
}
const demand = (condition, exitCode, message) => {
  if (!condition) throw new Failure(exitCode, message);
};

const [text, flag] = [{ type: 'string' }, { type: 'boolean', default: false }];
const { values: given } = parseArgs({
  options: { from: text, folder: text, division: text, organization: text, keys: text, verify: flag, repair: flag },
});
const { division, organization } = given;
const guides = join(given.folder ?? '', 'guides');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** An answer of the platform; asked again where it says when, or where the line was cut. */
async function ask(path, query = {}) {
  const address = new URL(path, given.from);
  for (const [name, value] of Object.entries({ division, organization, ...query }))
    if (value !== undefined) address.searchParams.set(name, value);
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch((error) => error);
    if (answer.ok) return Buffer.from(await answer.arrayBuffer());
    const reason = answer.status ? `${answer.status} ${await answer.text()}` : String(answer.cause ?? answer);
    demand(attempt < 5 && ![400, 404].includes(answer.status), 3, `${address}: ${reason}`);
    await sleep(1000 * (Number(answer.headers?.get('retry-after')) || attempt));
  }
}
const json = async (path, query) => JSON.parse(await ask(path, query));

/** Wholly there or not at all: a run that is cut off leaves no half document. */
async function write(file, content) {
  const handle = await open(`${file}.new`, 'w');
  await handle.writeFile(content);
  await handle.sync();
  await handle.close();
  await rename(`${file}.new`, file);
}

async function eachOf(items, work) {
  const left = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = left.shift(); item; item = left.shift()) await work(item);
    }),
  );
}

/** The code becomes the name of a file, so it may be nothing but a code. */
const fileOf = (code) => {
  demand(/^[0-9A-Z]{33}$/.test(code), 2, `${code} is no code of a guide`);
  return join(guides, `${code}.json`);
};

/** A version never changes: its bytes have the digest that was told, or somebody changed them on the way. */
async function fetchGuide({ code, versionId, digest }) {
  const bytes = await ask(`/v1/guide-versions/${versionId}`, { division: undefined, organization: undefined });
  demand(sha256(bytes) === digest, 2, `the document of ${code} is not the one that was published`);
  await write(fileOf(code), bytes);
}

/** Reads the feed to its end. The cursor moves on when its page is in the folder: a run that is cut off reads the page again. */
async function follow(state, told) {
  for (let page = { more: true }; page.more;) {
    page = await json('/v1/guides/changes', { after: state.cursor, limit: 1000 });
    const suspended = new Set(state.suspended);
    for (const { kind, code } of page.items) {
      if (kind === 'suspended') suspended.add(code);
      else if (kind !== 'published') suspended.delete(code);
    }
    // Of several changes of a document the last one counts; suspension changes no document.
    const last = new Map(
      page.items.filter(({ kind }) => ['published', 'withdrawn'].includes(kind)).map((change) => [change.code, change]),
    );
    await eachOf(last.values(), async (change) => {
      if (change.kind === 'published') await fetchGuide(change);
      else await rm(fileOf(change.code), { force: true });
      told[change.kind]++;
    });
    state.suspended = [...suspended].sort();
    state.cursor = page.next;
    await write(join(given.folder, 'cursor.json'), JSON.stringify(state));
  }
}

/** What the manifest says, if a key of the platform signed it, for this set, and not too long ago. */
async function readManifest() {
  const token = String(await ask('/v1/guides/manifest'));
  const { keys } = given.keys
    ? JSON.parse(await readFile(given.keys, 'utf8'))
    : await json('/v1/guides/keys', { division: undefined, organization: undefined });
  const parts = token.split('.');
  const [header, claims] = parts.slice(0, 2).map((part) => {
    try {
      return JSON.parse(Buffer.from(part, 'base64url'));
    } catch {
      throw new Failure(2, 'the manifest is forged');
    }
  });
  demand(parts.length === 3 && header.alg === 'ES256' && header.typ === 'guide-manifest+jwt', 2, 'the manifest is forged');
  const jwk = keys.find(({ kid, kty, crv }) => kid === header.kid && kty === 'EC' && crv === 'P-256');
  demand(jwk, 2, 'the manifest is forged: no key of the platform signed it');
  const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  const signed = Buffer.from(token.slice(0, token.lastIndexOf('.')));
  demand(verify('sha256', signed, key, Buffer.from(parts[2], 'base64url')), 2, 'the manifest is forged');
  demand(claims.division === division && claims.organization === organization, 2, 'the manifest is of another set');
  demand(claims.exp > Date.now() / 1000, 2, `the manifest is stale: it ends at ${new Date(claims.exp * 1000).toISOString()}`);
  return { ...claims, token };
}

/** What is really in the folder, read anew from the disk. */
async function held() {
  const digests = new Map();
  const files = (await readdir(guides)).filter((file) => !file.endsWith('.new'));
  await eachOf(files, async (file) => digests.set(file.replace(/\.json$/, ''), sha256(await readFile(join(guides, file)))));
  return digests;
}

function digestOf(digests) {
  const lines = [...digests].sort(([one], [other]) => (one < other ? -1 : 1)).map(([code, digest]) => `${code} ${digest}\n`);
  return sha256(lines.join(''));
}

const digestOfCodes = (codes) =>
  sha256(
    [...codes]
      .sort()
      .map((code) => `${code}\n`)
      .join(''),
  );

/** File by file against the list of what is in force, and which of it is suspended. */
async function differences(digests, state) {
  const found = [];
  const suspended = [];
  const unknown = new Set(digests.keys());
  for (let cursor; cursor !== null;) {
    const page = await json('/v1/guides', { limit: 100, cursor });
    for (const { variantCode: code, versionId, digest, suspended: since } of page.items) {
      unknown.delete(code);
      if (since) suspended.push(code);
      if (digests.get(code) !== digest) found.push({ code, versionId, digest, wrong: digests.has(code) ? 'changed' : 'missing' });
    }
    cursor = page.nextCursor;
  }
  const [ours, theirs] = [new Set(state.suspended), new Set(suspended)];
  for (const code of new Set([...ours, ...theirs]))
    if (ours.has(code) !== theirs.has(code)) found.push({ code, wrong: theirs.has(code) ? 'suspended' : 'not suspended' });
  return [...found, ...[...unknown].map((code) => ({ code, wrong: 'not in force' }))];
}

async function repair(wrong, state) {
  await eachOf(wrong, async (guide) => {
    if (guide.wrong === 'suspended') state.suspended.push(guide.code);
    else if (guide.wrong === 'not suspended') state.suspended = state.suspended.filter((code) => code !== guide.code);
    else if (guide.versionId) await fetchGuide(guide);
    else await rm(join(guides, `${guide.code}.json`), { force: true });
  });
}

async function readState() {
  const kept = await readFile(join(given.folder, 'cursor.json'), 'utf8').then(JSON.parse, () => ({}));
  const same = !kept.from || (kept.from === given.from && kept.division === division && kept.organization === organization);
  demand(same, 1, `the folder mirrors something else: ${JSON.stringify(kept)}`);
  return { from: given.from, division, organization, cursor: kept.cursor, suspended: kept.suspended ?? [] };
}

async function mirror() {
  await mkdir(guides, { recursive: true });
  const state = await readState();
  const told = { published: 0, withdrawn: 0 };
  let repaired = false;
  for (let round = 1; round <= ROUNDS; round++) {
    if (!given.verify) await follow(state, told);
    const manifest = await readManifest();
    const digests = await held();
    const exact = digestOf(digests) === manifest.digest && digests.size === manifest.count;
    if (exact && digestOfCodes(state.suspended) === manifest.suspendedDigest) {
      await write(join(given.folder, 'cursor.json'), JSON.stringify(state));
      await write(join(given.folder, 'manifest.jwt'), manifest.token);
      return { exact: true, asOf: manifest.asOf, count: manifest.count, digest: manifest.digest, ...told };
    }
    // Something was published between the two readings: read on.
    if (!given.verify && manifest.cursor !== state.cursor) continue;
    const wrong = await differences(digests, state);
    if (!given.repair || given.verify || repaired)
      return { exact: false, asOf: manifest.asOf, ...told, wrong: wrong.map(({ code, wrong }) => ({ code, wrong })) };
    await repair(wrong, state);
    repaired = true;
  }
  throw new Failure(3, 'the feed moves faster than it can be read');
}

if (!given.from || !given.folder) {
  console.error(USAGE);
  process.exit(3);
}
try {
  const result = await mirror();
  console.log(JSON.stringify(result));
  process.exitCode = result.exact ? 0 : 1;
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
