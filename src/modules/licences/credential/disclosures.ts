import { createHash } from 'node:crypto';
import { type Claims, isObject } from '../../../kernel/signing/jws';

/** draft-ietf-oauth-sd-jwt-vc section 3.2.2.2: never selectively disclosed. */
const ALWAYS_SHOWN = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status'];

/** The claims of a signed payload and its disclosures (RFC 9901 section 7.1). Throws a TypeError if they do not fit exactly. */
export function disclosedClaims(payload: Claims, disclosures: readonly string[]): Claims {
  const { _sd_alg: algorithm = 'sha-256', ...signed } = payload;
  demand(algorithm === 'sha-256', 'digests other than SHA-256');
  const given = new Map(disclosures.map((text) => [createHash('sha256').update(text).digest('base64url'), text]));
  demand(given.size === disclosures.length, 'a disclosure given twice');
  const promised = new Set<string>();

  /** What was disclosed for a digest that the issuer signed; nothing if it was kept back. */
  const take = (digest: unknown, length: number): unknown[] | undefined => {
    demand(typeof digest === 'string' && !promised.has(digest), 'a digest promised twice');
    promised.add(digest as string);
    const text = given.get(digest as string);
    if (text === undefined) return undefined;
    const disclosure: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    demand(Array.isArray(disclosure) && disclosure.length === length, 'a disclosure of the wrong form');
    given.delete(digest as string);
    return disclosure as unknown[];
  };

  const open = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.flatMap(openElement);
    return isObject(value) ? openObject(value) : value;
  };

  const openElement = (element: unknown): unknown[] => {
    if (!isObject(element) || !('...' in element)) return [open(element)];
    demand(Object.keys(element).length === 1, 'an array digest beside other claims');
    const disclosure = take(element['...'], 2);
    return disclosure ? [open(disclosure[1])] : [];
  };

  const openObject = ({ _sd: digests = [], ...shown }: Claims, top = false): Claims => {
    demand(Array.isArray(digests), 'digests that are no list');
    const claims = new Map(Object.entries(shown).map(([name, value]) => [name, open(value)]));
    for (const digest of digests as unknown[]) {
      const disclosure = take(digest, 3);
      if (!disclosure) continue;
      const name = disclosure[1];
      demand(typeof name === 'string' && name !== '_sd' && name !== '...' && !claims.has(name), 'a name that is taken');
      demand(!top || !ALWAYS_SHOWN.includes(name as string), 'a claim that must always be shown');
      claims.set(name as string, open(disclosure[2]));
    }
    return Object.fromEntries(claims);
  };

  const claims = openObject(signed, true);
  demand(given.size === 0, 'a disclosure that nobody signed');
  return claims;
}

function demand(condition: boolean, otherwise: string): void {
  if (!condition) throw new TypeError(otherwise);
}
