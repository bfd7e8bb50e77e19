import { deflateSync } from 'node:zlib';
import { jwks, key, listed, newKey, now, partsOf, token, uri } from './credential.spec-kit';
import { signingKey } from '../../../kernel/signing/keys';
import { type CredentialStatus, readStatusList } from './status-list';

const read = async (text: string, at = now, address = uri) => readStatusList(text, { uri: address, jwks, now: at });
const listOf = (text: string) => partsOf(text).payload.status_list as { bits: number; lst: string };
const seconds = now.getTime() / 1000;

// The two-bit example of draft-ietf-oauth-status-list section 4.1.
const EXAMPLE: CredentialStatus[] = ['revoked', 'suspended', 'valid', 'annulled', 'valid', 'revoked', 'valid', 'revoked'];
EXAMPLE.push('revoked', 'suspended', 'annulled', 'annulled');

describe('status list', () => {
  it('licences/L4: is the list of the draft for the statuses of the draft', async () => {
    const text = await listed({ size: 12, entries: EXAMPLE.map((status, index) => ({ index, status })) });
    expect(listOf(text)).toEqual({ bits: 2, lst: 'eNo76fITAAPfAgc' });
    const list = await read(text);
    expect(EXAMPLE.map((_, index) => list.ok && list.value(index))).toEqual(EXAMPLE);
  });

  it('licences/L4: is a Status List Token of its address', async () => {
    const { header, payload } = partsOf(await listed({ lifetime: 3600, ttl: 60 }));
    expect(header).toEqual({ alg: 'ES256', kid: key.kid, typ: 'statuslist+jwt' });
    expect(payload).toMatchObject({ sub: uri, iat: seconds, exp: seconds + 3600, ttl: 60 });
  });

  it('licences/L4: the same statuses give the same list in any order; a million entries are small', async () => {
    const entries = Array.from({ length: 1000 }, (_, n) => ({ index: (n * 7919) % 1_000_000, status: 'revoked' as const }));
    const [one, other] = await Promise.all(
      [entries, entries.toReversed()].map((entries) => listed({ size: 1_000_000, entries })),
    );
    expect(listOf(one!)).toEqual(listOf(other!));
    expect(one!.length).toBeLessThan(8_000);
    const list = await read(one!);
    expect(entries.every(({ index }) => list.ok && list.value(index) === 'revoked')).toBe(true);
    expect(list.ok && [list.value(1), list.value(999_999), list.value(1_000_000)]).toEqual(['valid', 'valid', undefined]);
  });

  it('licences/L4: the last word on an entry counts', async () => {
    const entries = (['annulled', 'suspended', 'valid'] as const).map((status) => ({ index: 5, status }));
    const list = await read(await listed({ entries }));
    expect(list.ok && list.value(5)).toBe('valid');
  });

  it.each([-1, 8, 0.5, NaN])('licences/L4: has no entry %d', (index) =>
    expect(listed({ size: 8, entries: [{ index, status: 'valid' }] })).rejects.toThrow(RangeError),
  );

  it.each([0, 2 ** 24 + 1, 1.5])('licences/L4: cannot have %d entries', (size) =>
    expect(listed({ size })).rejects.toThrow(RangeError),
  );
});

describe('reading a status list', () => {
  const header = { alg: 'ES256', kid: key.kid, typ: 'statuslist+jwt' };
  const lst = (bytes: Uint8Array) => deflateSync(bytes).toString('base64url');
  const claims = { sub: uri, iat: seconds, exp: seconds + 60, status_list: { bits: 2, lst: lst(new Uint8Array(8)) } };
  const reason = async (text: string, at = now) => {
    const list = await read(text, at);
    return list.ok ? 'sound' : list.reason;
  };

  it.each<[string, object]>([
    ['sound', {}],
    ['other-list', { sub: `${uri}0` }],
    ['stale', { exp: seconds }],
    ['stale', { exp: undefined }],
    ['stale', { iat: seconds + 61 }],
    ['forged', { status_list: { ...claims.status_list, bits: 8 } }],
    ['forged', { status_list: { bits: 2, lst: 'eNo' } }],
    ['forged', { status_list: { bits: 2, lst: lst(new Uint8Array(2 ** 23)) } }],
    ['forged', { status_list: null }],
  ])('licences/L5: %s: %j', async (expected, change) => {
    expect(await reason(await token(header, { ...claims, ...change }))).toBe(expected);
  });

  it('licences/L5: not by another key, not as another type', async () => {
    const stranger = signingKey(newKey());
    expect(await reason(await listed({ key: stranger }))).toBe('unknown-key');
    expect(await reason(await listed({ key: { ...stranger, kid: key.kid } }))).toBe('forged');
    expect(await reason(await token({ ...header, typ: 'JWT' }, claims))).toBe('forged');
  });
});
