import { PageQuery } from '../../../kernel/http/page';
import { Code, InstantText, Uuid } from '../../../kernel/validation/fields';

/** 31 or 33 digits; the check characters inside are proved by being published. */
export const GUIDE_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}[1-7]\d{9}(\d{3}|0\dY|W\d{2})(\d{2})?$/;

export const VARIANT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}[1-7]\d{9}(\d{3}|0\dY|W\d{2})\d{2}$/;

export class GuideAsOfQuery {
  @InstantText({ optional: true, says: 'As it stood at this instant 基准时间' }) asOf?: string;
}

export class GuideQuery extends PageQuery {
  @InstantText({ optional: true, says: 'As it stood at this instant 基准时间' }) asOf?: string;
  @Code(/^\d{12}$/, 12, { optional: true, says: 'Of organizations in this division and below 区划（含下级）' }) division?: string;
  @Uuid({ optional: true, says: 'Of this organization 实施机构' }) organization?: string;
  @Code(/^\d{2}$/, 2, { optional: true, says: 'Of this item type 事项类型' }) itemType?: string;
  @Code(/^\d{9}(\d{3}|0\dY|W\d{2})$/, 12, { optional: true, says: 'Of this catalogue item 基本编码' }) basicCode?: string;
}
