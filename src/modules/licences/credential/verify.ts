import type { JSONWebKeySet } from 'jose';
import { disclosedClaims } from './disclosures';
import { type Claims, isObject, readJws } from '../../../kernel/signing/jws';
import { CLOCK_SKEW, type CredentialStatus, readStatusList } from './status-list';

/**
 * `forged`: not what the issuer signed. `unknown`: signed by no key we know, or what it says cannot be known now
 * (`reason` tells which).
 */
export type VerificationOutcome = CredentialStatus | 'expired' | 'forged' | 'unknown';

export interface Verification {
  outcome: VerificationOutcome;
  reason?: 'unknown-key' | 'other-issuer' | 'not-yet-valid' | 'no-status' | 'status-unavailable';
  /** What the presented text discloses; given whenever the signature is sound. */
  claims?: Claims;
}

export interface VerificationContext {
  jwks: JSONWebKeySet;
  /** A status list token, or how to get the one at an address (only asked for addresses that the issuer signed). */
  statusList: string | ((uri: string) => string | Promise<string>);
  now: Date;
  /** Whose keys these are: a credential of another `iss` is not theirs to sign. */
  issuer?: string;
}

const TYPE = 'dc+sd-jwt';
const MAX_LENGTH = 256 * 1024;

/** licences/L5: checks a presented SD-JWT VC by itself. Whatever the text, the answer is an outcome, never an error. */
export async function verifyCredential(text: string, context: VerificationContext): Promise<Verification> {
  const [token, ...disclosures] = text.length > MAX_LENGTH ? [] : text.split('~');
  // Our credentials are not bound to a holder's key (no `cnf`): nothing may follow the last tilde (RFC 9901 section 4).
  if (!token || disclosures.pop() !== '') return { outcome: 'forged' };
  const read = readJws(token, TYPE, context.jwks);
  if (!read.ok) return read.reason === 'forged' ? { outcome: 'forged' } : { outcome: 'unknown', reason: read.reason };
  const claims = attempt(() => disclosedClaims(read.value, disclosures));
  if (!claims || typeof claims.vct !== 'string') return { outcome: 'forged' };
  if (context.issuer !== undefined && claims.iss !== context.issuer) return { outcome: 'unknown', reason: 'other-issuer' };
  return { ...(await standing(claims, context)), claims };
}

/** An end before its time outweighs expiry, expiry outweighs the rest: it holds with no status list at hand. */
async function standing(claims: Claims, context: VerificationContext): Promise<Omit<Verification, 'claims'>> {
  const seconds = context.now.getTime() / 1000;
  const begins = Math.max(...[claims.iat, claims.nbf].map((at) => (typeof at === 'number' ? at : 0)));
  const status = await statusOf(claims, context);
  if (status.outcome === 'annulled' || status.outcome === 'revoked') return status;
  if (typeof claims.exp === 'number' && claims.exp <= seconds) return { outcome: 'expired' };
  if (begins > seconds + CLOCK_SKEW) return { outcome: 'unknown', reason: 'not-yet-valid' };
  return status;
}

async function statusOf(claims: Claims, { statusList, jwks, now }: VerificationContext): Promise<Omit<Verification, 'claims'>> {
  const { uri, idx } = (isObject(claims.status) && isObject(claims.status.status_list) && claims.status.status_list) || {};
  if (typeof uri !== 'string' || typeof idx !== 'number') return { outcome: 'unknown', reason: 'no-status' };
  try {
    const token = typeof statusList === 'string' ? statusList : await statusList(uri);
    const list = await readStatusList(token, { uri, jwks, now });
    const outcome = list.ok ? list.value(idx) : undefined;
    if (outcome) return { outcome };
  } catch {
    // An address that does not answer is no verdict on the licence.
  }
  return { outcome: 'unknown', reason: 'status-unavailable' };
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
