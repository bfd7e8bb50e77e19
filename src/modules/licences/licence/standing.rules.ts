import type { CredentialStatus } from '../credential/status-list';
import type { LicenceState } from './licence.lifecycle';

/** What a status list says of a licence in this state. Expiry stands in the credential itself. */
export const STATUS_OF: Record<LicenceState, CredentialStatus> = {
  valid: 'valid',
  suspended: 'suspended',
  annulled: 'annulled',
  withdrawn: 'revoked',
  revoked: 'revoked',
  deregistered: 'revoked',
  expired: 'valid',
};

export const STANDINGS = ['valid', 'not-yet-valid', 'expired', 'suspended', 'annulled', 'revoked'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Validity {
  state: LicenceState;
  validFrom: string;
  /** The last day of validity. */
  validUntil: string | null;
}

/** What a licence is worth on a day (Asia/Shanghai). An end before its time outweighs expiry, expiry outweighs the rest. */
export function standingOn(day: string, { state, validFrom, validUntil }: Validity): Standing {
  const status = STATUS_OF[state];
  if (status === 'annulled' || status === 'revoked') return status;
  if (state === 'expired' || (validUntil !== null && validUntil < day)) return 'expired';
  return validFrom > day ? 'not-yet-valid' : status;
}
