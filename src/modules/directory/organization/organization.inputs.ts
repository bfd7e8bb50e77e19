import { PageQuery } from '../../../kernel/http/page';
import { checkGb32100 } from '../../../kernel/validation/check-digits';
import { Code, LongText, Name, Uuid } from '../../../kernel/validation/fields';

const DIVISION = /^\d{12}$/;
const USCC = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

export class ChangeOrganizationInput {
  @Name(200, { says: 'Name 名称', example: '示例区民政局' }) name: string;
  @Name(50, { optional: true, says: 'Short name 简称' }) shortName?: string;
  @Code(DIVISION, 12, { says: 'Division it belongs to, 12 digits 所属区划', example: '650102000000' }) divisionCode: string;
  @Uuid({ optional: true, says: 'Organ above it in its line of work 条线上级' }) superiorId?: string;
}

export class RegisterOrganizationInput extends ChangeOrganizationInput {
  @Code(USCC, 18, {
    says: 'Unified social credit code 统一社会信用代码',
    check: (code) => checkGb32100(code).ok,
    detail: 'a unified social credit code whose check characters agree (GB 32100, GB 11714)',
    example: '1165010299X900031L',
  })
  uscc: string;
}

export class CloseOrganizationInput {
  @LongText(500, { says: 'Why 原因', example: '机构改革撤销' }) reason: string;
}

export class OrganizationQuery extends PageQuery {
  @Code(DIVISION, 12, { optional: true, says: 'Organizations of this division and below 所属区划（含下级）' }) division?: string;
  @Code(USCC, 18, { optional: true, says: 'Exactly this code 统一社会信用代码' }) uscc?: string;
}
