import { type Standing, standingOn, STATUS_OF } from './standing.rules';
import type { LicenceState } from './licence.lifecycle';

const days = { validFrom: '2026-03-01', validUntil: '2026-03-31' };

it.each<[LicenceState, string, Standing]>([
  ['valid', '2026-02-28', 'not-yet-valid'],
  ['valid', '2026-03-01', 'valid'],
  ['valid', '2026-03-31', 'valid'],
  ['valid', '2026-04-01', 'expired'],
  ['expired', '2026-03-31', 'expired'],
  ['suspended', '2026-03-15', 'suspended'],
  ['suspended', '2026-04-01', 'expired'],
  ['annulled', '2026-04-01', 'annulled'],
  ['withdrawn', '2026-03-15', 'revoked'],
  ['revoked', '2026-04-01', 'revoked'],
  ['deregistered', '2026-03-15', 'revoked'],
])('licences/L2: %s on %s stands as %s', (state, day, standing) => expect(standingOn(day, { state, ...days })).toBe(standing));

it('licences/L2: without a last day a licence does not expire', () =>
  expect(standingOn('2999-12-31', { state: 'valid', validFrom: '2026-03-01', validUntil: null })).toBe('valid'));

it('licences/L4: every state has a status in the list', () => expect(Object.keys(STATUS_OF)).toHaveLength(7));
