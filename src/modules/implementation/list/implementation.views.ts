import { pageOf } from '../../../kernel/http/page';
import { Code, Flag, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { LEVELS, SecrecyReviewView } from '../../catalog/catalog.facade';
import { GuideContent } from '../content/content.inputs';
import { SuspensionView } from '../guide/guide.views';
import { elementReport } from '../rules/completeness.rules';
import type { Implementation } from './implementation.entity';
import { IMPLEMENTATION_STATES } from './implementation.inputs';
import type { ImplementationAct } from './implementation.lifecycle';
import { StepApprovalView } from '../step-approval/step-approval.views';
import type { ToldFinding } from './list-desk.service';

export class ListAuditView {
  @OneOf(['approved', 'returned'], { says: 'Outcome 审核结果' }) outcome: string;
  @LongText(2000, { says: 'Reasons 理由' }) reasons: string;
  @InstantText({ says: 'When 时间' }) at: string;
}

export class ImplementationLine {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version of the record, also the ETag 记录版本' }) version: number;
  @OneOf(IMPLEMENTATION_STATES, { says: 'State 状态' }) state: string;
  @Uuid() organizationId: string;
  @Code(/^.{12}$/, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @OneOf(LEVELS, { says: 'Level 行使层级' }) level: string;
  @Code(/^.{31}$/, 31, { says: 'Implementation code 实施编码' }) code: string;
  @Code(/^.{33}$/, 33, { says: 'Code of the handling variant 业务办理项编码' }) variantCode: string;
  @Name(50, { optional: true, says: 'Handling variant 业务办理项名称' }) variantName?: string;
  @Whole(0, 100_000, { says: 'Number of the latest published version 最新版本号' }) latestNumber: number;

  static of(list: Implementation): ImplementationLine {
    const { id, version, state, organizationId, basicCode, level, code, variantCode, variantName, latestNumber } = list;
    const line = { id, version, state, organizationId, basicCode, level, code, variantCode, latestNumber };
    return variantName ? { ...line, variantName } : line;
  }
}

export const ImplementationPage = pageOf(ImplementationLine);

class ListWithdrawalView {
  @LongText(500, { says: 'Why 原因' }) reason: string;
  @InstantText({ says: 'When 时间' }) at: string;
  @Name(60, { optional: true, says: 'Rule it follows from: the item was withdrawn 规则' }) rule?: string;
}

export class ImplementationView extends ImplementationLine {
  @Uuid({ says: 'Catalogue version it inherits from 所依据的目录版本' }) itemVersionId: string;
  @Part(() => GuideContent, { says: 'Content 清单内容' }) content: GuideContent;
  @Code(/^\d{12}$/, 12, { optional: true, says: 'Division whose administration body audits it 审核机构所在区划' })
  auditDivision?: string;
  @Part(() => StepApprovalView, { optional: true, says: 'Approval of more steps 超环节批准' }) stepApproval?: StepApprovalView;
  @Part(() => ListAuditView, { optional: true, says: 'Last audit 最近一次审核' }) audit?: ListAuditView;
  @Part(() => SecrecyReviewView, { optional: true, says: 'Secrecy review of the draft 保密审查' }) secrecy?: SecrecyReviewView;
  @Part(() => SuspensionView, { optional: true, says: 'Takes no new case for now 暂停' }) suspended?: SuspensionView;
  @Part(() => ListWithdrawalView, { optional: true, says: 'Why it is offered no more 取消情况' }) withdrawal?: ListWithdrawalView;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static seen(list: Implementation, acts: ImplementationAct[]): ImplementationView {
    const { itemVersionId, content, audit, auditDivision, stepApproval, secrecy, suspension, withdrawal } = list;
    const judged = {
      ...(auditDivision && { auditDivision }),
      ...(stepApproval && { stepApproval }),
      ...(audit && { audit }),
      ...(secrecy && { secrecy }),
      ...(withdrawal && { withdrawal }),
    };
    const suspended = suspension && { suspended: { reason: suspension.reason, since: suspension.fromAt } };
    return { ...ImplementationLine.of(list), itemVersionId, content, ...judged, ...suspended, acts };
  }
}

export class ElementPresence {
  @Name(60, { says: 'Element 要素' }) element: string;
  @Name(60, { says: 'Chinese name 名称' }) name: string;
  @Flag({ says: 'Whether it is there 是否具备' }) present: boolean;
}

export class ListFindingView {
  @Name(300, { says: 'Where, as JSON Pointer into the content 位置' }) pointer: string;
  @Name(100, { says: 'Code 代码' }) code: string;
  @Name(60, { optional: true, says: 'Rule 规则' }) rule?: string;
  @Name(500, { says: 'What is wrong 说明' }) detail: string;
}

export class ListCompletenessView {
  @Flag({ says: 'Whether it could be submitted as it stands 可否提交' }) ready: boolean;
  @Part(() => ElementPresence, { list: { max: 60 }, says: 'Element by element 逐项' }) elements: ElementPresence[];
  @Part(() => ListFindingView, { list: { max: 500 }, says: 'What stands against it 问题' }) findings: ToldFinding[];

  static of(content: GuideContent, findings: ToldFinding[]): ListCompletenessView {
    return { ready: findings.length === 0, elements: elementReport(content), findings };
  }
}
