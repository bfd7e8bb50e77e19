import { type JsonWebKey, createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { JSONWebKeySet, JWK } from 'jose';
import { type CredentialLicence, type CredentialRequest, issueCredential } from './credential';
import type { Claims } from '../../../kernel/signing/jws';
import { type SigningKey, publicJwk, signingKey } from '../../../kernel/signing/keys';
import { type CredentialStatus, type StatusListRequest, buildStatusList } from './status-list';
import { type Verification, type VerificationContext, verifyCredential } from './verify';

export const issuer = 'https://gov.example';
export const uri = `${issuer}/v1/status-lists/1`;
export const now = new Date('2026-03-02T10:00:00+08:00');
export const index = 4711;

export const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const privateKey = newKey();
export const key: SigningKey = signingKey(privateKey);
export const jwks: JSONWebKeySet = { keys: [publicJwk(privateKey)] };

export const publicKeyOf = (jwk: JWK) => createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });

export const licence: CredentialLicence = {
  id: '0197a1c0-0000-7000-8000-000000000001',
  typeCode: '11100000000013338W011',
  identifier: '1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U',
  holderName: '阿依古丽·买买提',
  holderKind: 'person',
  fields: { idNumber: '650102199003077424', scope: '建筑施工企业项目负责人', posts: ['安全', '质量'], _note: null },
  issuedOn: '2026-03-01',
  validFrom: '2026-03-01',
  validUntil: '2029-02-28',
  issuerOrganization: { code: '11650000010000000X', name: '住房和城乡建设厅' },
};

export const issued = (changes: Partial<CredentialLicence> = {}, request: Partial<CredentialRequest> = {}): Promise<string> =>
  issueCredential({
    ...{ issuer, key, now, statusList: { uri, index }, selectivelyDisclosable: [] },
    ...request,
    licence: { ...licence, ...changes },
  });

export const listed = (request: Partial<StatusListRequest> = {}): Promise<string> =>
  buildStatusList({ uri, key, now, size: 2 ** 17, entries: [], ...request });

/** With a list in which every licence is valid, unless the context says otherwise. */
export const verified = async (text: string, context: Partial<VerificationContext> = {}): Promise<Verification> =>
  verifyCredential(text, { jwks, now, statusList: await listed(), ...context });

export const outcome = async (text: string, context: Partial<VerificationContext> = {}): Promise<string> =>
  (await verified(text, context)).outcome;

export const withStatus = async (status: CredentialStatus) => ({ statusList: await listed({ entries: [{ index, status }] }) });

/** Parts of a credential, to be tampered with. */
export const partsOf = (credential: string) => {
  const [token, ...disclosures] = credential.split('~') as [string, ...string[]];
  const [header, payload] = token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Claims);
  return { token, header: header!, payload: payload!, disclosures: disclosures.slice(0, -1) };
};

export const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
export const digestOf = (disclosure: string) => createHash('sha256').update(disclosure).digest('base64url');

/** A token with any header, signed by whatever is at hand. */
export const token = async (header: Claims, payload: Claims, sign: SigningKey['sign'] = (input) => key.sign(input)) => {
  const input = `${encoded(header)}.${encoded(payload)}`;
  return `${input}.${await sign(input)}`;
};
