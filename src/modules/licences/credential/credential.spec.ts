import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { createHash, verify } from 'node:crypto';
import { presentCredential } from './credential';
import { index, issued, issuer, jwks, key, licence, listed, now } from './credential.spec-kit';
import { outcome, partsOf, publicKeyOf, uri, verified } from './credential.spec-kit';

describe('issuing a credential', () => {
  it('licences/L4: is an SD-JWT VC of the platform with type, period and status entry', async () => {
    const { header, payload } = partsOf(await issued());
    expect(header).toEqual({ alg: 'ES256', kid: key.kid, typ: 'dc+sd-jwt' });
    expect(payload).toMatchObject({
      iss: issuer,
      iat: now.getTime() / 1000,
      nbf: Date.parse('2026-02-28T16:00:00Z') / 1000,
      exp: Date.parse('2029-02-28T16:00:00Z') / 1000,
      vct: `${issuer}/licence-types/11100000000013338W011`,
      status: { status_list: { idx: index, uri } },
      issuerOrganization: licence.issuerOrganization,
    });
  });

  it('licences/L4: shows nothing of a person in the signed part', async () => {
    const { payload, disclosures } = partsOf(await issued());
    const text = JSON.stringify(payload);
    for (const secret of [
      licence.holderName!,
      licence.identifier,
      licence.id,
      '650102199003077424',
      'idNumber',
      'scope',
      'posts',
    ])
      expect(text).not.toContain(secret);
    expect(disclosures).toHaveLength(7);
    expect(payload._sd).toEqual([...(payload._sd as string[])].sort());
  });

  it('licences/L4: of an organization it hides what the type names', async () => {
    const fields = { registeredCapital: '100万元', legalRepresentative: '李雷', notHeld: undefined };
    const text = await issued(
      { holderKind: 'organization', fields },
      { selectivelyDisclosable: ['legalRepresentative', 'notHeld'] },
    );
    const { payload, disclosures } = partsOf(text);
    expect(payload.fields).toEqual({ registeredCapital: '100万元', _sd: [expect.any(String)] });
    expect(disclosures).toHaveLength(4);
  });

  it('licences/L4: a licence without end or holder name has no exp and no such disclosure', async () => {
    const text = await issued({ validUntil: undefined, holderName: undefined });
    const { payload, disclosures } = partsOf(text);
    expect(payload).not.toHaveProperty('exp');
    expect(disclosures).toHaveLength(6);
    expect(await outcome(text)).toBe('valid');
  });

  it('licences/L4: two credentials of one licence share no digest', async () => {
    const digests = (await Promise.all([issued(), issued()])).map((text) => partsOf(text).payload._sd as string[]);
    expect(new Set(digests.flat()).size).toBe(6);
  });

  it.each([{ _sd: 1 }, { deep: [{ '...': 1 }] }, { deep: { _sd_alg: 1 } }])('licences/L4: refuses fields %j', (fields) =>
    expect(issued({ fields })).rejects.toThrow(RangeError),
  );

  it('licences/L4: refuses a day that is none', () => expect(issued({ validUntil: '2029-02-31x' })).rejects.toThrow(RangeError));
});

describe('presenting a credential', () => {
  it('licences/L6: the whole copy discloses everything', async () => {
    const { outcome, claims } = await verified(await issued());
    expect(outcome).toBe('valid');
    expect(claims).toMatchObject(licence);
  });

  it('licences/L6: only what the holder chose is told', async () => {
    const { outcome, claims } = await verified(await presentCredential(await issued(), ['holderName', 'fields.scope']));
    expect(outcome).toBe('valid');
    expect(claims).toMatchObject({ holderName: licence.holderName, fields: { scope: licence.fields.scope } });
    expect(claims!.fields).toEqual({ scope: licence.fields.scope });
    for (const kept of ['id', 'identifier', '_sd', '_sd_alg']) expect(claims).not.toHaveProperty(kept);
  });

  it('licences/L6: nothing at all can be chosen, and still the licence is known to be valid', async () => {
    const bare = await presentCredential(await issued(), []);
    expect(bare.split('~')).toHaveLength(2);
    expect(await verified(bare)).toMatchObject({ outcome: 'valid', claims: { typeCode: licence.typeCode, fields: {} } });
  });
});

it('licences/L5: the SD-JWT VC library accepts credential and status list, and refuses once suspended', async () => {
  const publicKey = publicKeyOf(jwks.keys[0]!);
  let list = await listed();
  const digest = (data: string) => createHash('sha256').update(data).digest();
  const library = new SDJwtVcInstance({
    hasher: (data) => digest(data as string),
    verifier: (data, signature) =>
      verify('sha256', Buffer.from(data), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')),
    statusListFetcher: () => Promise.resolve(list),
  });
  const options = { currentDate: now.getTime() / 1000 };
  const text = await issued();
  expect((await library.verify(text, options)).payload).toMatchObject({ holderName: licence.holderName });
  list = await listed({ entries: [{ index, status: 'suspended' }] });
  await expect(library.verify(text, options)).rejects.toThrow('Status is not valid');
});
