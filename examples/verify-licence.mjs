// Verifies an e-licence (电子证照) without the platform: with its published keys and its status list, nothing else.
//
//   node verify-licence.mjs --credential <file> --jwks <file|url> --status-list <file|url> [--at <ISO 8601 time>]
//
// Prints one word (valid, expired, suspended, annulled, revoked, forged, unknown); exit code 0 for valid, 1 for the others.
// Needs `jose`. Standards: RFC 9901 (SD-JWT), draft-ietf-oauth-sd-jwt-vc, draft-ietf-oauth-status-list.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { inflateSync } from 'node:zlib';
import { compactVerify, createLocalJWKSet } from 'jose';

const STATUSES = ['valid', 'revoked', 'suspended', 'annulled'];
const USAGE = 'usage: verify-licence.mjs --credential <file> --jwks <file|url> --status-list <file|url> [--at <time>]';

class Verdict extends Error {}
const demand = (condition, otherwise) => {
  if (!condition) throw new Verdict(otherwise);
};

const load = async (place) => {
  if (!/^https?:/.test(place)) return (await readFile(place, 'utf8')).trim();
  const answer = await fetch(place, { signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
  demand(answer?.ok, 'unknown');
  return (await answer.text()).trim();
};

/** The payload of a compact JWS that one of the keys signed. */
async function signed(token, typ, keys) {
  // Base64url leaves spare bits at the end of a signature: only one spelling is the signer's.
  const signature = token.split('.')[2] ?? '';
  demand(Buffer.from(signature, 'base64url').toString('base64url') === signature, 'forged');
  try {
    const { payload, protectedHeader } = await compactVerify(token, keys, { algorithms: ['ES256'] });
    demand(protectedHeader.typ === typ && protectedHeader.kid, 'forged');
    return JSON.parse(new TextDecoder().decode(payload));
  } catch (error) {
    throw new Verdict(error.code === 'ERR_JWKS_NO_MATCHING_KEY' ? 'unknown' : 'forged');
  }
}

/** Every digest the issuer signed, including those inside disclosures; each disclosure must answer exactly one of them. */
function checkDisclosures(payload, disclosures) {
  demand((payload._sd_alg ?? 'sha-256') === 'sha-256', 'forged');
  const given = new Map(disclosures.map((text) => [createHash('sha256').update(text).digest('base64url'), text]));
  demand(given.size === disclosures.length, 'forged');
  const open = (digest) => {
    if (!given.has(digest)) return;
    const disclosure = JSON.parse(Buffer.from(given.get(digest), 'base64url'));
    given.delete(digest);
    visit(disclosure.at(-1));
  };
  const visit = (value) => {
    if (typeof value !== 'object' || value === null) return;
    for (const digest of [...(value._sd ?? []), ...('...' in value ? [value['...']] : [])]) open(digest);
    Object.values(value).forEach(visit);
  };
  visit(payload);
  demand(given.size === 0, 'forged');
}

/** Two bits per credential, least significant first, zlib-compressed. */
async function statusOf({ status }, place, keys, now) {
  const { uri, idx } = status.status_list;
  const list = await signed(await load(place), 'statuslist+jwt', keys);
  demand(list.sub === uri && list.exp > now && list.status_list.bits === 2, 'unknown');
  const byte = inflateSync(Buffer.from(list.status_list.lst, 'base64url'))[idx >> 2];
  demand(byte !== undefined, 'unknown');
  return STATUSES[(byte >> ((idx % 4) * 2)) & 3];
}

async function verify({ credential, jwks, 'status-list': statusList, at }) {
  const now = (at ? Date.parse(at) : Date.now()) / 1000;
  const keys = createLocalJWKSet(JSON.parse(await load(jwks)));
  const [token, ...disclosures] = (await load(credential)).split('~');
  demand(disclosures.pop() === '', 'forged');
  const payload = await signed(token, 'dc+sd-jwt', keys);
  checkDisclosures(payload, disclosures);
  const status = await statusOf(payload, statusList, keys, now).catch(() => 'unknown');
  if (status === 'annulled' || status === 'revoked') return status;
  if (payload.exp <= now) return 'expired';
  return payload.nbf > now + 60 ? 'unknown' : status;
}

const option = { type: 'string' };
const { values } = parseArgs({ options: { credential: option, jwks: option, 'status-list': option, at: option } });
if (!values.credential || !values.jwks || !values['status-list']) {
  console.error(USAGE);
  process.exit(1);
}
const outcome = await verify(values).catch((error) => (error instanceof Verdict ? error.message : Promise.reject(error)));
console.log(outcome);
process.exitCode = outcome === 'valid' ? 0 : 1;
