import { createHash } from 'node:crypto';
import { decodeJwt, errors, type JSONWebKeySet, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { keysOf } from './issuer-keys';
import type { TokenKind } from './ports';

export interface TrustedIssuer {
  issuer: string;
  audience: string;
  /** Found by discovery where left out. A token never says where keys are: `jku`, `x5u` and `jwk` headers mean nothing. */
  jwks?: JSONWebKeySet | URL;
  algorithms: readonly string[];
  /** Header `typ` of access tokens; `JWT` for issuers older than RFC 9068. */
  type?: string;
  /** What all tokens of this issuer speak for, whatever they claim. */
  kind?: TokenKind;
}

export interface VerifiedToken {
  sub: string;
  kind: TokenKind;
  clientId: string;
  scope: readonly string[];
  issuer: string;
}

/** `unavailable`: the issuer's keys cannot be had at the moment; the token may be good. */
export type TokenFault = 'expired' | 'invalid' | 'unavailable';

export class TokenError extends Error {
  constructor(
    readonly fault: TokenFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const kinds: readonly unknown[] = ['person', 'staff', 'partner'] satisfies TokenKind[];
const skewSeconds = 60;
const cacheSeconds = 5;
const cacheSize = 1_000;

export class TokenVerifier {
  private readonly issuers: ReadonlyMap<string, TrustedIssuer & { keys: JWTVerifyGetKey }>;
  private readonly recent = new Map<string, { token: VerifiedToken; until: number }>();

  constructor(issuers: readonly TrustedIssuer[]) {
    const symmetric = issuers.find(({ algorithms }) => algorithms.some((name) => name === 'none' || name.startsWith('HS')));
    if (symmetric) throw new TypeError(`${symmetric.issuer}: only algorithms with a public key`);
    this.issuers = new Map(
      issuers.map((trusted) => [trusted.issuer, { ...trusted, keys: keysOf(trusted.issuer, trusted.jwks) }]),
    );
  }

  async verify(jwt: string): Promise<VerifiedToken> {
    const digest = createHash('sha256').update(jwt).digest('base64url');
    const known = this.recent.get(digest);
    if (known && known.until > Date.now()) return known.token;
    const { token, expires } = await this.check(jwt).catch((error: unknown) => {
      throw faultOf(error);
    });
    const until = Math.min(Date.now() + cacheSeconds * 1000, (expires + skewSeconds) * 1000);
    this.recent.delete(digest);
    this.recent.set(digest, { token, until });
    if (this.recent.size > cacheSize) this.recent.delete(this.recent.keys().next().value!);
    return token;
  }

  private async check(jwt: string): Promise<{ token: VerifiedToken; expires: number }> {
    const trusted = this.issuers.get(decodeJwt(jwt).iss ?? '');
    if (!trusted) throw new TokenError('invalid', 'unknown issuer');
    const { payload } = await jwtVerify(jwt, trusted.keys, {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms: [...trusted.algorithms],
      typ: trusted.type ?? 'at+jwt',
      clockTolerance: skewSeconds,
      requiredClaims: ['sub', 'exp'],
    });
    return { token: readClaims(payload, trusted), expires: payload.exp! };
  }
}

function readClaims(payload: JWTPayload, trusted: TrustedIssuer): VerifiedToken {
  // RFC 9449, RFC 8705: such a token is worth nothing without a proof of its key, and none is looked for here.
  if (payload.cnf) throw new TokenError('invalid', 'sender-constrained tokens are not accepted');
  const { sub, client_id: clientId = payload.azp, scope = '', kind = undefined } = payload;
  const speaksFor = trusted.kind ?? kind;
  if (!sub || typeof clientId !== 'string' || typeof scope !== 'string')
    throw new TokenError('invalid', 'sub, client_id or scope');
  if (!isKind(speaksFor)) throw new TokenError('invalid', 'kind');
  return { sub, kind: speaksFor, clientId, scope: scope.split(' ').filter(Boolean), issuer: trusted.issuer };
}

const isKind = (kind: unknown): kind is TokenKind => kinds.includes(kind);

function faultOf(error: unknown): TokenError {
  if (error instanceof TokenError) return error;
  if (error instanceof errors.JWTExpired) return new TokenError('expired', error.message, { cause: error });
  const keysAnswered = error instanceof errors.JOSEError && !['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT'].includes(error.code);
  const fault = keysAnswered ? 'invalid' : 'unavailable';
  return new TokenError(fault, error instanceof Error ? error.message : 'unknown', { cause: error });
}
