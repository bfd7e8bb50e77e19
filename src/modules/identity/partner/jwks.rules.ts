import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { FieldError } from '../../../kernel/http/problem';

const MOST_KEYS = 10;
const LONGEST = 256;
/** What the issuer takes for `private_key_jwt`: ES256 and Ed25519. */
const CURVES: Record<string, { kty: string; algorithms: readonly string[]; members: readonly string[] }> = {
  'P-256': { kty: 'EC', algorithms: ['ES256'], members: ['x', 'y'] },
  Ed25519: { kty: 'OKP', algorithms: ['EdDSA', 'Ed25519'], members: ['x'] },
};
/** RFC 7518 section 6: a symmetric key, and the private members of the asymmetric ones. */
const SECRETS = ['k', 'd', 'p', 'q', 'dp', 'dq', 'qi', 'oth'];
/** Keys are what they are: none is fetched from somewhere else. */
const KNOWN = ['kty', 'crv', 'x', 'y', 'kid', 'use', 'alg', 'key_ops'];

/** N3: what is wrong with the keys of a partner system; only with public keys that the issuer takes could it ever sign in. */
export function faultOfKeys(jwks: object): FieldError | undefined {
  const { keys, ...others } = jwks as { keys?: unknown };
  const [other] = Object.keys(others);
  if (other !== undefined) return { pointer: pointerTo(other), code: 'unknown', detail: 'a key set has the member keys alone' };
  if (!Array.isArray(keys) || keys.length < 1 || keys.length > MOST_KEYS)
    return { pointer: '/jwks/keys', code: 'keys', detail: `a list of 1 to ${MOST_KEYS} keys` };
  const names = new Set<unknown>();
  for (const [index, key] of keys.entries()) {
    const fault = faultOfKey(key as unknown, `keys/${index}`);
    if (fault) return fault;
    const { kid } = key as { kid?: string };
    if (names.has(kid))
      return { pointer: pointerTo(`keys/${index}/kid`), code: 'twice', detail: 'each key has a kid of its own' };
    names.add(kid);
  }
  return undefined;
}

function faultOfKey(value: unknown, at: string): FieldError | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { pointer: pointerTo(at), code: 'object', detail: 'a key is an object (RFC 7517)' };
  const key = value as Record<string, unknown>;
  const fault = (member: string, code: string, detail: string) => ({ pointer: pointerTo(`${at}/${member}`), code, detail });
  const secret = SECRETS.find((member) => member in key);
  if (secret) return fault(secret, 'secret', 'a public key only: whatever is secret stays with its owner');
  for (const [member, content] of Object.entries(key)) {
    if (!KNOWN.includes(member)) return fault(member, 'unknown', `one of ${KNOWN.join(', ')}`);
    if (member !== 'key_ops' && (typeof content !== 'string' || content.length > LONGEST))
      return fault(member, 'text', `text of ${LONGEST} characters at most`);
  }
  const curve = CURVES[key.crv as string];
  if (!curve || key.kty !== curve.kty) return fault('crv', 'curve', 'EC with P-256 or OKP with Ed25519');
  if (key.use !== undefined && key.use !== 'sig') return fault('use', 'use', 'sig');
  if (key.alg !== undefined && !curve.algorithms.includes(key.alg as string))
    return fault('alg', 'alg', curve.algorithms.join(' or '));
  if ('key_ops' in key && JSON.stringify(key.key_ops) !== '["verify"]') return fault('key_ops', 'key-ops', '["verify"]');
  return isOnCurve(key) ? undefined : fault(curve.members[0]!, 'point', `the coordinates of a point of ${key.crv as string}`);
}

function isOnCurve(key: JsonWebKey): boolean {
  try {
    return Boolean(createPublicKey({ key, format: 'jwk' }));
  } catch {
    return false;
  }
}

const pointerTo = (path: string): string => `/jwks/${path}`;
