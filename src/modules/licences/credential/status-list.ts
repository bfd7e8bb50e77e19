import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { JSONWebKeySet } from 'jose';
import { type Checked, sound, unsound } from '../../../kernel/validation/check-digits';
import { isObject, readJws, signJws } from '../../../kernel/signing/jws';
import type { SigningKey } from '../../../kernel/signing/keys';

const TYPE = 'statuslist+jwt';
const BITS = 2;
const PER_BYTE = 8 / BITS;
const MAX_SIZE = 2 ** 24;

/**
 * Status types of draft-ietf-oauth-status-list section 7, by value: 0 VALID, 1 INVALID, 2 SUSPENDED, 3 left to the application.
 * `revoked` is any end from a day on (revoked, withdrawn, deregistered, replaced by a new version); `annulled` (撤销) is
 * void from the beginning.
 */
const STATUSES = ['valid', 'revoked', 'suspended', 'annulled'] as const;
export type CredentialStatus = (typeof STATUSES)[number];

export interface StatusListRequest {
  /** Where the list is published: `sub`, and `status_list.uri` of the credentials. */
  uri: string;
  key: SigningKey;
  /** Number of entries; those not named are valid. */
  size: number;
  entries: Iterable<{ index: number; status: CredentialStatus }>;
  now: Date;
  /** After this many seconds a verifier no longer trusts the list. */
  lifetime?: number;
  /** After this many seconds a verifier should fetch it anew. */
  ttl?: number;
}

/** Status List Token (draft-ietf-oauth-status-list section 5.1): the same statuses give the same list. */
export async function buildStatusList(request: StatusListRequest): Promise<string> {
  const { uri, key, size, entries, now, lifetime = 86_400, ttl = 300 } = request;
  if (!Number.isInteger(size) || size < 1 || size > MAX_SIZE) throw new RangeError(`a status list has 1 to ${MAX_SIZE} entries`);
  const bytes = new Uint8Array(Math.ceil(size / PER_BYTE));
  for (const { index, status } of entries) {
    if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`no entry ${index} in a list of ${size}`);
    const shift = (index % PER_BYTE) * BITS;
    const at = Math.floor(index / PER_BYTE);
    bytes[at] = (bytes[at]! & ~(3 << shift)) | (STATUSES.indexOf(status) << shift);
  }
  const lst = (await promisify(deflate)(bytes, { level: 9 })).toString('base64url');
  const iat = Math.floor(now.getTime() / 1000);
  return signJws(key, TYPE, { sub: uri, iat, exp: iat + lifetime, ttl, status_list: { bits: BITS, lst } });
}

/** The status at an index; nothing if the list does not reach so far. */
export type StatusList = (index: number) => CredentialStatus | undefined;

/** A list that can be trusted now: signed, of this address, neither expired nor from the future. */
export async function readStatusList(
  token: string,
  { uri, jwks, now }: { uri: string; jwks: JSONWebKeySet; now: Date },
): Promise<Checked<'forged' | 'unknown-key' | 'other-list' | 'stale', StatusList>> {
  const read = readJws(token, TYPE, jwks);
  if (!read.ok) return read;
  const { sub, iat, exp, status_list: list } = read.value;
  if (sub !== uri) return unsound('other-list');
  const seconds = now.getTime() / 1000;
  if (typeof iat !== 'number' || typeof exp !== 'number' || iat > seconds + CLOCK_SKEW || exp <= seconds) return unsound('stale');
  if (!isObject(list) || list.bits !== BITS || typeof list.lst !== 'string') return unsound('forged');
  const bytes = await inflated(Buffer.from(list.lst, 'base64url'), { maxOutputLength: MAX_SIZE / PER_BYTE }).catch(
    () => undefined,
  );
  if (!bytes) return unsound('forged');
  return sound((index) => {
    const byte = bytes[Math.floor(index / PER_BYTE)];
    return byte === undefined ? undefined : STATUSES[(byte >> ((index % PER_BYTE) * BITS)) & 3];
  });
}

/** Seconds by which another computer's clock may be ahead. */
export const CLOCK_SKEW = 60;

const inflated = promisify(inflate) as (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;
