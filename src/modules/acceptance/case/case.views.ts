import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, Flag, InstantText, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Case } from './case.entity';
import { CASE_NUMBER, QUERY_CODE } from './case-number.rules';
import { type CaseAct, caseStates } from './case.lifecycle';
import { channels } from './case.rules';
import { nationalState } from './national-codes.rules';

/** A line of a work list: what one needs to choose, nothing more. */
export class CaseLine {
  @Uuid() id: string;
  @Code(CASE_NUMBER, 48, { optional: true, says: 'Case number, none while a draft 办件编号' }) caseNumber?: string;
  @OneOf(caseStates, { says: 'State 状态' }) state: string;
  @Name(200, { says: 'Item 事项名称' }) itemName: string;
  @Uuid({ says: 'Organization 受理机构' }) organizationId: string;
  @Name(200, { says: 'Applicant, masked 申请人（脱敏）' }) applicant: string;
  @OneOf(channels, { says: 'Channel 申请渠道' }) channel: string;
  @InstantText({ optional: true, says: 'Submitted 提交时间' }) submittedAt?: string;
  @DayText({ optional: true, says: 'Day the nearest limit ends 最近到期日' }) dueOn?: string;
  @Flag({ optional: true, says: 'Served first today, told on work lists only 今日优先' }) prioritised?: boolean;
}

/** A case after an act. */
export class CaseView extends CaseLine {
  @Whole(1, 2_147_483_647, { says: 'Version, also the ETag 版本' }) version: number;
  @Whole(1, 15, { optional: true, says: 'National state code 国家办理状态代码' }) nationalState?: number;
  @Code(/^[0-9A-Z]{31}$/, 31, { says: 'Implementation code 实施编码' }) code: string;
  @Uuid({ says: 'Version of the guide it stays with 办事指南版本' }) guideVersionId: string;
  @OneOf(['on-the-spot', 'promised'], { says: 'Handling 办件类型' }) handling: string;
  @InstantText({ optional: true, says: 'Accepted 受理时间' }) acceptedAt?: string;
  @Flag({ says: 'Deemed accepted, for nobody answered in time 逾期视为受理' }) deemed: boolean;
  @OneOf(['not-needed', 'not-competent', 'refused'], { optional: true, says: 'Kind of refusal 不受理情形' }) refusalKind?: string;
  @InstantText({ optional: true, says: 'Decided 决定时间' }) decidedAt?: string;
  @Flag({ optional: true, says: 'Granted 准予' }) granted?: boolean;
  @Uuid({ optional: true, says: 'Certificate issued 证照' }) licenceId?: string;
  @InstantText({ optional: true, says: 'Delivered 送达时间' }) completedAt?: string;
  @InstantText({ optional: true, says: 'Held by its handler until 领办至' }) assignedUntil?: string;
  @Flag({ says: 'Run by the organization’s own system, as its records tell 由部门业务系统办理' }) elsewhere: boolean;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(kase: Case, acts: CaseAct[]): CaseView {
    const { id, version, state, itemName, organizationId, channel, code, guideVersionId, handling, deemed, elsewhere } = kase;
    const { caseNumber, submittedAt, dueOn, acceptedAt, refusalKind, decidedAt, granted, licenceId, completedAt } = kase;
    const national = nationalState(kase);
    const sometimes = { caseNumber, submittedAt, dueOn, acceptedAt, refusalKind, decidedAt, granted, licenceId, completedAt };
    return {
      ...{ id, version, state, itemName, organizationId, applicant: kase.applicantShown, channel, code, guideVersionId },
      ...{ handling, deemed, elsewhere, acts },
      ...present({ ...sometimes, nationalState: national, assignedUntil: kase.assignedUntil }),
    };
  }
}

/** The answer to a submission: the only place where the query code is told. */
export class SubmittedView extends CaseView {
  @Code(QUERY_CODE, 8, { optional: true, says: 'Query code for public progress, told once 查询码，仅此一次告知' })
  queryCode?: string;
}

export const CasePage = pageOf(CaseLine);

/** Leaves out what is not there. */
const present = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
