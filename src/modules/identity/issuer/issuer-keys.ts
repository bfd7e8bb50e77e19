import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

const timeout = 3_000;

/** The keys of an issuer: given, at an address, or (with neither) at the address its discovery document names. */
export function keysOf(issuer: string, jwks?: JSONWebKeySet | URL): JWTVerifyGetKey {
  if (jwks instanceof URL) return createRemoteJWKSet(jwks, { timeoutDuration: timeout });
  if (jwks) return createLocalJWKSet(jwks);
  let discovered: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    discovered ??= discover(issuer);
    const keys = await discovered.catch((error: unknown) => {
      discovered = undefined;
      throw error;
    });
    return keys(header, token);
  };
}

/** OpenID Connect Discovery 1.0 section 4.3: the document must name the issuer it was asked of. */
async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeout) });
  if (!answer.ok) throw new TypeError(`${address} answers ${answer.status}`);
  const document = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (document.issuer !== issuer) throw new TypeError(`${address} speaks for another issuer`);
  return createRemoteJWKSet(new URL(String(document.jwks_uri)), { timeoutDuration: timeout });
}
