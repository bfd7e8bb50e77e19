import { type KeyObject, createHash, sign } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';

/** A key as its users see it. The private part stays with whoever made it: a file, a PKCS#11 token, a KMS. */
export interface SigningKey {
  readonly kid: string;
  readonly alg: 'ES256';
  /** Signs a JWS signing input; the signature is R || S in base64url (RFC 7518 section 3.4). */
  sign(input: string): string | Promise<string>;
}

export interface KeyStore {
  current(): SigningKey;
  /** Every key whose signatures still count, retired ones included. */
  jwks(): JSONWebKeySet;
}

/** ES256 by a private P-256 key of this process, parsed once. */
export function signingKey(privateKey: KeyObject): SigningKey {
  const { kid } = publicJwk(privateKey);
  const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return { kid, alg: 'ES256', sign: (input) => sign('sha256', Buffer.from(input), key).toString('base64url') };
}

/** The public half, named by its thumbprint (RFC 7638): the same key has the same name everywhere. */
export function publicJwk(key: KeyObject): JWK & { kid: string } {
  const { crv, kty, x, y } = key.export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256') throw new TypeError('ES256 takes a P-256 key');
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return { kty, crv, x: x!, y: y!, kid, alg: 'ES256', use: 'sig' };
}
