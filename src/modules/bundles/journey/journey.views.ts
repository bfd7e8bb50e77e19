import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, Flag, InstantText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { BUNDLE_CODE } from '../bundle/bundle.inputs';
import type { Journey } from './journey.entity';
import { journeyStates } from './journey.lifecycle';
import { memberReasons, memberStates } from './journey.rules';

export class JourneyLine {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version 版本' }) version: number;
  @OneOf(journeyStates, { says: 'State 状态' }) state: string;
  @Name(60, { says: 'Number for people 联办编号' }) journeyNumber: string;
  @Code(BUNDLE_CODE, 32, { says: 'Code of the bundle 主题编码' }) code: string;
  @Name(200, { says: 'Name of the bundle 名称' }) name: string;
  @Uuid({ says: 'Version of the bundle that it began under 所依据的版本' }) bundleVersionId: string;
  @InstantText({ says: 'Submitted 提交时间' }) submittedAt: string;
  @InstantText({ optional: true, says: 'Nothing open any more since 结束时间' }) endedAt?: string;

  static of(journey: Journey): JourneyLine {
    const { id, version, state, journeyNumber, code, name, bundleVersionId, submittedAt, endedAt } = journey;
    return { id, version, state, journeyNumber, code, name, bundleVersionId, submittedAt, ...(endedAt && { endedAt }) };
  }
}

export const JourneyPage = pageOf(JourneyLine);

export class JourneyMemberView {
  @Name(30, { says: 'Member of the bundle 成员代号' }) key: string;
  @Name(260, { says: 'Item 事项名称' }) name: string;
  @Code(/^.{33}$/, 33, { says: 'Code of the handling variant 业务办理项编码' }) code: string;
  @Uuid({ says: 'Organization 实施机构' }) organizationId: string;
  @Name(200, { says: 'Its name 实施机构名称' }) organizationName: string;
  @OneOf(memberStates, { says: 'How it stands 办理情况' }) state: string;
  @OneOf(memberReasons, { optional: true, says: 'Why it failed or was dropped 未办成的原因' }) reason?: string;
  @Name(100, { optional: true, says: 'Problem for which it was not submitted 未能提交的问题' }) problem?: string;
  @Name(30, { list: { max: 20 }, says: 'Members it waits for 前置事项' }) waitsFor: string[];
  @Uuid({ optional: true, says: 'Its case 办件' }) caseId?: string;
  @Name(48, { optional: true, says: 'Unified case number 办件编号' }) caseNumber?: string;
  @Name(50, { optional: true, says: 'State of the case 办件状态' }) caseState?: string;
  @Name(20, { optional: true, says: 'Query code, told in the answer to the submission only 查询码，仅在提交时告知' })
  queryCode?: string;
}

export class JourneyView extends JourneyLine {
  @DayText({ optional: true, says: 'Last day of the promise 承诺到期日' }) dueOn?: string;
  @Flag({ optional: true, says: 'The last day still lacks a calendar 暂定' }) provisional?: boolean;
  @Part(() => JourneyMemberView, { list: { max: 20 }, says: 'Members, as far as you may see them 联办事项' })
  members: JourneyMemberView[];
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];
}
