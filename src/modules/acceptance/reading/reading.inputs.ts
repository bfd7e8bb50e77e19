import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import { CASE_NUMBER, QUERY_CODE } from '../case/case-number.rules';
import { caseStates } from '../case/case.lifecycle';

/** The proof of a link, as it was told. */
export class DownloadQuery {
  @Whole(0, 99_999_999_999, { says: 'End of the link 失效时间' }) expires: number;
  @Code(/^[\w-]{43}$/, 43, { says: 'Proof of the link 签名' }) signature: string;
}

export class MyCasesQuery extends PageQuery {
  @OneOf(caseStates, { optional: true, list: { max: caseStates.length, min: 1 }, says: 'Only these states 状态' })
  state?: string[];
}

export class CaseFilter extends MyCasesQuery {
  @Uuid({ optional: true, says: 'Of this organization 受理机构' }) organization?: string;
  @Code(/^\d{12}$/, 12, { optional: true, says: 'Of this division and below 区划（含下级）' }) division?: string;
  @Code(/^[0-9A-Z]{12}$/, 12, { optional: true, says: 'Of this item 事项基本编码' }) basicCode?: string;
  @DayText({ optional: true, says: 'Due before this day 到期日早于' }) dueBefore?: string;
}

export class DeskQuery extends CaseFilter {
  @OneOf(['due', 'newest'], { optional: true, says: 'Due first (default) or newest first 排序' }) sort?: 'due' | 'newest';
}

export class SearchInput extends CaseFilter {
  @Uuid({ optional: true, says: 'Whose cases 申请人' }) applicantId?: string;
  @Code(CASE_NUMBER, 48, { optional: true, says: 'Exactly this case 办件编号' }) caseNumber?: string;
}

export class ProgressInput {
  @Code(CASE_NUMBER, 48, { says: 'Case number 办件编号' }) caseNumber: string;
  @Code(QUERY_CODE, 8, { says: 'Query code told at submission 查询码' }) queryCode: string;
}
