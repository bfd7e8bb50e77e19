import { JsonObject, LongText, Name, OneOf, Uuid } from '../../../kernel/validation/fields';

export class RegisterPartnerInput {
  @Name(100, { says: 'Name of the system 系统名称', example: '民政业务系统' }) name: string;
  @Uuid({ says: 'Organization it works for 所属机构' }) organizationId: string;
  @JsonObject({
    optional: true,
    says: 'Its public keys (JWKS, P-256 or Ed25519) for private_key_jwt; without them it gets a secret 公钥',
  })
  jwks?: object;
}

export class PartnerReasonInput {
  @LongText(500, { says: 'Why 原因' }) reason: string;
}

export class PartnerView {
  @Uuid() id: string;
  @OneOf(['active', 'deactivated'], { says: 'State 状态' }) state: string;
  @Name(100, { says: 'Name 名称' }) name: string;
  @Uuid({ says: 'Organization 所属机构' }) organizationId: string;
  @Name(128, { says: 'OAuth 2 client id 客户端标识' }) clientId: string;
  @Name(128, { optional: true, says: 'Shown this once, never again 仅显示一次的密钥' }) clientSecret?: string;
}
