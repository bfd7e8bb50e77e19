import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose';

export async function newSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(key), alg: 'ES256', use: 'sig' };
}

/** What verifiers and partners may see of the keys: members are named one by one, so that no private one slips through. */
export const publicKeySet = (keys: readonly JWK[]): JSONWebKeySet => ({
  keys: keys.map(({ kty, crv, x, y, kid, alg, use }) => ({ kty: kty!, crv, x, y, kid, alg, use })),
});
