import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, InstantText, JsonObject, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Licence } from '../licence/licence.entity';
import type { LicenceAct } from '../licence/licence.lifecycle';
import { STANDINGS, standingOn } from '../licence/standing.rules';
import { TYPE_CODE } from '../type/licence-type.inputs';
import { STATES } from './licence.inputs';

/** That there is a licence, not whose. */
export class LicenceLineView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version 版本' }) version: number;
  @OneOf(STATES, { says: 'State 状态' }) state: string;
  @OneOf(STANDINGS, { says: 'What it is worth today 当日效力' }) standing: string;
  @Code(TYPE_CODE, 21, { says: 'Type code 证照类型代码' }) typeCode: string;
  @Name(200, { says: 'Name 证照名称' }) typeName: string;
  @Uuid({ says: 'Issuing organization 颁发机构' }) issuerOrganizationId: string;
  @Name(200, { says: 'Its name on the day of issue 颁发机构名称' }) issuerName: string;
  @DayText({ says: 'Issued 颁发日期' }) issuedOn: string;
  @DayText({ says: 'Valid from 有效期起始' }) validFrom: string;
  @DayText({ optional: true, says: 'Last day of validity 有效期截止' }) validUntil?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(licence: Licence, acts: LicenceAct[], today: string): LicenceLineView {
    const { id, version, state, typeCode, typeName, issuerOrganizationId, issuerName, issuedOn, validFrom, validUntil } = licence;
    return {
      ...{ id, version, state, standing: standingOn(today, licence), typeCode, typeName, issuerOrganizationId, issuerName },
      ...{ issuedOn, validFrom, ...(validUntil && { validUntil }), acts },
    };
  }
}

export class LicenceHolderView {
  @Uuid() id: string;
  @Name(200, { says: 'Name, masked for all but the holder 持证主体' }) name: string;
  @Name(32, { says: 'Identifier, masked for all but the holder 持证主体代码' }) identifier: string;
}

/** With numbers; `holder` for the holder and, masked, the issuing organization; `fields` for the holder. */
export class LicenceView extends LicenceLineView {
  @Name(100, { optional: true, says: 'Identifier 电子证照标识' }) identifier?: string;
  @Name(50, { optional: true, says: 'Number 证照编号' }) number?: string;
  @Part(() => LicenceHolderView, { optional: true, says: 'Holder 持证主体' }) holder?: LicenceHolderView;
  @JsonObject({ optional: true, says: 'Fields 照面信息' }) fields?: Record<string, unknown>;
}

export class CredentialView {
  @Name(100, { says: 'Identifier 电子证照标识' }) identifier: string;
  @OneOf(['dc+sd-jwt'], { says: 'Format: SD-JWT VC 格式' }) format: string;
  @Code(/^[\x21-\x7e]+$/, 262_144, { says: 'The signed text with every disclosure 签名凭证' }) credential: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of the text 摘要' }) digest: string;
  @InstantText({ says: 'Signed 签名时间' }) signedAt: string;
}

export const LicenceLinePage = pageOf(LicenceLineView);
export const LicencePage = pageOf(LicenceView);
