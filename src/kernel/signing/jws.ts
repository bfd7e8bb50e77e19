import { type JsonWebKey, type KeyObject, createPublicKey, verify } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';
import { type Checked, sound, unsound } from '../validation/check-digits';
import type { SigningKey } from './keys';

export type Claims = Record<string, unknown>;

/** Compact JWS (RFC 7515) over JSON. */
export async function signJws(key: SigningKey, typ: string, payload: Claims): Promise<string> {
  const parts = [{ alg: key.alg, kid: key.kid, typ }, payload];
  const input = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${input}.${await key.sign(input)}`;
}

/**
 * The payload, if one of the given keys signed it as this type. The algorithm is ours to say, never the token's
 * (RFC 8725 section 3.1): ES256, by a P-256 key found under the token's `kid` and nowhere else.
 */
export function readJws(token: string, typ: string, jwks: JSONWebKeySet): Checked<'forged' | 'unknown-key', Claims> {
  const parts = token.split('.');
  const [header, payload, signature] = parts.map(canonicalBytes);
  if (parts.length !== 3 || !header || !payload || !signature) return unsound('forged');
  const { alg, kid, typ: type, crit } = parseObject(header) ?? {};
  if (alg !== 'ES256' || type !== typ || crit !== undefined || typeof kid !== 'string') return unsound('forged');
  const jwk = jwks.keys.find((key) => key.kid === kid && isEs256(key));
  if (!jwk) return unsound('unknown-key');
  const input = Buffer.from(token.slice(0, token.lastIndexOf('.')));
  if (!verify('sha256', input, { key: keyObject(jwk), dsaEncoding: 'ieee-p1363' }, signature)) return unsound('forged');
  const claims = parseObject(payload);
  return claims ? sound(claims) : unsound('forged');
}

const isEs256 = ({ kty, crv, alg, use }: JWK): boolean =>
  kty === 'EC' && crv === 'P-256' && (alg ?? 'ES256') === 'ES256' && (use ?? 'sig') === 'sig';

const parsed = new WeakMap<JWK, KeyObject>();

/** Parsing a key costs as much as using it: once per key is enough. */
function keyObject(jwk: JWK): KeyObject {
  let key = parsed.get(jwk);
  if (!key) parsed.set(jwk, (key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })));
  return key;
}

/** Base64url has spare bits at the end: a text that another text could stand for is not the one that was signed. */
function canonicalBytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

function parseObject(bytes: Buffer): Claims | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isObject = (value: unknown): value is Claims => typeof value === 'object' && value !== null && !Array.isArray(value);
