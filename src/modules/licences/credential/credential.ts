import { createHash, randomBytes } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { isObject, type Claims } from '../../../kernel/signing/jws';
import type { SigningKey } from '../../../kernel/signing/keys';
import { defined } from '../../../kernel/validation/plain';

/** What a credential says of a licence; days are `YYYY-MM-DD` (data elements after GB/T 36903-2018). */
export interface CredentialLicence {
  id: string;
  /** 证照类型代码, 21 characters (GB/T 36904-2018). */
  typeCode: string;
  /** 电子证照标识 (GB/T 36904-2018). */
  identifier: string;
  holderName?: string;
  holderKind: 'person' | 'organization';
  fields: Claims;
  issuedOn: string;
  validFrom: string;
  /** The last day of validity. */
  validUntil?: string;
  issuerOrganization: { code: string; name: string };
}

export interface CredentialRequest {
  /** Address of the platform: `iss`. */
  issuer: string;
  key: SigningKey;
  licence: CredentialLicence;
  statusList: { uri: string; index: number };
  /** Names of `fields` that the holder may keep back. Of a person every field is, whatever this says. */
  selectivelyDisclosable: readonly string[];
  now: Date;
}

/** They tell who the holder is: shown only when the holder shows them. */
const ABOUT_HOLDER = ['id', 'identifier', 'holderName'] as const;

/** SD-JWT VC (draft-ietf-oauth-sd-jwt-vc over RFC 9901), compact, with every disclosure: the holder's own copy. */
export async function issueCredential(request: CredentialRequest): Promise<string> {
  const { issuer, key, licence, statusList, now } = request;
  const { id, identifier, holderName, holderKind, typeCode, issuedOn, validFrom, validUntil, issuerOrganization } = licence;
  const fields = defined(licence.fields);
  refuseReservedNames(fields);
  const payload = {
    iss: issuer,
    iat: Math.floor(now.getTime() / 1000),
    nbf: dayBegins(validFrom),
    exp: validUntil && dayBegins(validUntil) + DAY,
    vct: `${issuer.replace(/\/$/, '')}/licence-types/${typeCode}`,
    status: { status_list: { idx: statusList.index, uri: statusList.uri } },
    ...{ id, identifier, holderName, holderKind, typeCode, issuedOn, validFrom, validUntil, issuerOrganization, fields },
  };
  const hidden = Object.keys(fields).filter((name) => holderKind === 'person' || request.selectivelyDisclosable.includes(name));
  // The library's types know no names that are only known at run time.
  const frame = { _sd: [...ABOUT_HOLDER], fields: { _sd: hidden } } as never;
  const signer = (input: string) => key.sign(input);
  const library = new SDJwtVcInstance({ hasher: digest, saltGenerator: salt, signer, signAlg: key.alg });
  return library.issue<Claims & { vct: string }>(defined(payload), frame, { header: { kid: key.kid } });
}

/** The credential with only these claims disclosed, e.g. `holderName` or `fields.scope`. */
export function presentCredential(credential: string, disclose: readonly string[]): Promise<string> {
  const [fields, own] = [true, false].map((isField) => disclose.filter((name) => name.startsWith('fields.') === isField));
  const shown = (names: string[]) => Object.fromEntries(names.map((name) => [name.replace(/^fields\./, ''), true]));
  return new SDJwtVcInstance({ hasher: digest }).present(credential, { ...shown(own!), fields: shown(fields!) });
}

const DAY = 86_400;

/** Days are the region's (Asia/Shanghai, which has no summer time). */
function dayBegins(day: string): number {
  const at = Date.parse(`${day}T00:00:00+08:00`) / 1000;
  if (Number.isNaN(at)) throw new RangeError(`not a day: ${day}`);
  return at;
}

/** RFC 9901 section 4.1: these names carry the disclosures themselves, at any depth. */
function refuseReservedNames(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(refuseReservedNames);
  if (!isObject(value)) return;
  const reserved = Object.keys(value).find((name) => ['_sd', '_sd_alg', '...'].includes(name));
  if (reserved) throw new RangeError(`no field may be called ${reserved}`);
  Object.values(value).forEach(refuseReservedNames);
}

const digest = (data: string | ArrayBuffer): Uint8Array =>
  createHash('sha256')
    .update(typeof data === 'string' ? data : new Uint8Array(data))
    .digest();

const salt = (length: number): string => randomBytes(length).toString('base64url');
