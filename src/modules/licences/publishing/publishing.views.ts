import { Code, JsonObject, Name } from '../../../kernel/validation/fields';

export class LicenceKeysView {
  @JsonObject({ list: { max: 100 }, says: 'Public keys, retired ones included (RFC 7517) 公钥' }) keys: object[];
}

/** Names as in draft-ietf-oauth-sd-jwt-vc section 5. */
export class LicenceIssuerView {
  @Name(500, { says: '`iss` of the credentials 颁发者' }) issuer: string;
  @Code(/^https?:/, 500, { says: 'Address of the keys 公钥地址' }) jwks_uri: string;
}
