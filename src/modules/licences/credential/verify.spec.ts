import { createHmac } from 'node:crypto';
import { index, issued, issuer, jwks, listed, newKey, now, outcome, partsOf } from './credential.spec-kit';
import { publicKeyOf, token, uri, verified, withStatus } from './credential.spec-kit';
import type { Claims } from '../../../kernel/signing/jws';
import { publicJwk, signingKey } from '../../../kernel/signing/keys';

let credential: string;
let parts: ReturnType<typeof partsOf>;
beforeAll(async () => {
  credential = await issued();
  parts = partsOf(credential);
});
const on = async (day: string) => {
  const at = new Date(`${day}+08:00`);
  return { now: at, statusList: await listed({ now: at }) };
};

describe('standing of a credential', () => {
  it.each(['revoked', 'suspended', 'annulled'] as const)('licences/L5: %s', async (status) => {
    expect(await verified(credential, await withStatus(status))).toMatchObject({ outcome: status, claims: { iss: issuer } });
  });

  it('licences/L5: valid to the end of its last day, then expired, whatever becomes of the list', async () => {
    expect(await outcome(credential, await on('2029-02-28T23:59:59'))).toBe('valid');
    expect(await outcome(credential, await on('2029-03-01T00:00:00'))).toBe('expired');
    expect(await outcome(credential, { ...(await on('2029-03-01T00:00:00')), statusList: '' })).toBe('expired');
  });

  it('licences/L5: annulled outweighs expired, expired outweighs suspended', async () => {
    const at = new Date('2030-01-01T00:00:00+08:00');
    const list = (status: 'annulled' | 'suspended') => listed({ now: at, entries: [{ index, status }] });
    expect(await outcome(credential, { now: at, statusList: await list('annulled') })).toBe('annulled');
    expect(await outcome(credential, { now: at, statusList: await list('suspended') })).toBe('expired');
  });

  it('licences/L5: not yet valid before its first day', async () => {
    expect(await verified(await issued({ validFrom: '2026-03-05' }))).toMatchObject({
      outcome: 'unknown',
      reason: 'not-yet-valid',
    });
    expect(await verified(credential, await on('2026-03-02T09:58:00'))).toMatchObject({ reason: 'not-yet-valid' });
  });

  it('licences/L5: the list is fetched from the address the issuer signed', async () => {
    const statusList = jest.fn(() => listed({ entries: [{ index, status: 'annulled' }] }));
    expect(await outcome(credential, { statusList })).toBe('annulled');
    expect(statusList).toHaveBeenCalledWith(uri);
  });

  it.each<[string, () => string | Promise<string> | (() => Promise<string>)]>([
    ['cannot be fetched', () => () => Promise.reject(new Error('offline'))],
    ['belongs to another address', () => listed({ uri: `${uri}0` })],
    ['has expired', () => listed({ now: new Date(now.getTime() - 86_400_000) })],
    ['is too short', () => listed({ size: index - 3 })],
    ['is signed by another key', () => listed({ key: signingKey(newKey()) })],
    ['is a credential', () => issued()],
    ['is no token', () => 'list'],
  ])('licences/L5: unknown if the status list %s', async (_, list) => {
    const answer = await verified(credential, { statusList: await list() });
    expect(answer).toMatchObject({ outcome: 'unknown', reason: 'status-unavailable' });
  });
});

describe('whose signature counts', () => {
  const resigned = (header: Claims, sign?: (input: string) => string | Promise<string>) =>
    token({ ...parts.header, ...header }, parts.payload, sign).then((text) => `${text}~`);
  const pem = publicKeyOf(jwks.keys[0]!).export({ type: 'spki', format: 'pem' });

  it('licences/L5: the control is valid', async () => expect(await outcome(await resigned({}))).toBe('valid'));

  it.each(['none', 'None', 'HS256', 'ES384', '', undefined])('licences/L5: no other algorithm (%s)', async (alg) => {
    expect(await outcome(await resigned({ alg }))).toBe('forged');
    expect(await outcome(await resigned({ alg }, () => ''))).toBe('forged');
  });

  it('licences/L5: the public key is no shared secret', async () => {
    const sign = (input: string) => createHmac('sha256', pem).update(input).digest('base64url');
    expect(await outcome(await resigned({ alg: 'HS256' }, sign))).toBe('forged');
    expect(await outcome(await resigned({}, sign))).toBe('forged');
  });

  it('licences/L5: only a P-256 signing key verifies', async () => {
    const [own] = jwks.keys;
    for (const change of [{ kty: 'oct', k: 'AAAA' }, { crv: 'P-384' }, { alg: 'ES384' }, { use: 'enc' }])
      expect(await verified(credential, { jwks: { keys: [{ ...own!, ...change }] } })).toEqual({
        outcome: 'unknown',
        reason: 'unknown-key',
      });
  });

  it('licences/L5: the key is the one of the kid: no other, no embedded one', async () => {
    const stranger = newKey();
    const sign = (input: string) => signingKey(stranger).sign(input);
    const keys = [...jwks.keys, publicJwk(stranger)];
    const { kid } = publicJwk(stranger);
    expect(await outcome(await resigned({ jwk: publicJwk(stranger) }, sign))).toBe('forged');
    expect(await outcome(await resigned({}, sign), { jwks: { keys } })).toBe('forged');
    expect(await outcome(await resigned({ kid }), { jwks: { keys } })).toBe('forged');
    expect(await outcome(await resigned({ kid }, sign), { jwks: { keys } })).toBe('valid');
    expect(await outcome(await resigned({ kid }, sign))).toBe('unknown');
    expect(await outcome(await resigned({ kid: undefined }))).toBe('forged');
  });

  it('licences/L5: a credential of another issuer is not ours to vouch for', async () => {
    expect(await verified(credential, { issuer })).toMatchObject({ outcome: 'valid' });
    expect(await verified(credential, { issuer: 'https://else.example' })).toEqual({
      outcome: 'unknown',
      reason: 'other-issuer',
    });
  });

  it.each(['JWT', 'vc+sd-jwt', 'statuslist+jwt', undefined])('licences/L5: no other type (%s)', async (typ) => {
    expect(await outcome(await resigned({ typ }))).toBe('forged');
  });

  it('licences/L5: no critical extension', async () =>
    expect(await outcome(await resigned({ crit: ['exp'], exp: 1 }))).toBe('forged'));
});
