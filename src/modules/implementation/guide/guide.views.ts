import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, Flag, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { LEVELS } from '../../catalog/catalog.facade';
import { GuideContent } from '../content/content.inputs';

export class SuspensionView {
  @LongText(500, { says: 'Why 原因' }) reason: string;
  @InstantText({ says: 'Since when 暂停时间' }) since: string;
}

export class GuideLine {
  @Code(/^.{33}$/, 33, { says: 'Code of the handling variant 业务办理项编码' }) variantCode: string;
  @Code(/^.{31}$/, 31, { says: 'Implementation code 实施编码' }) code: string;
  @Name(260, { says: 'Name 名称' }) name: string;
  @Code(/^\d{2}$/, 2, { says: 'Type 事项类型' }) itemType: string;
  @Uuid({ says: 'Organization 实施机构' }) organizationId: string;
  @Name(200, { says: 'Its name 实施机构名称' }) organizationName: string;
  @Whole(1, 100_000, { says: 'Version in force 版本号' }) versionNumber: number;
  @Uuid() versionId: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of the document 摘要' }) digest: string;
  @InstantText({ says: 'In force since 生效时间' }) effectiveFrom: string;
  @Part(() => SuspensionView, { optional: true, says: 'Takes no new case for now 暂停' }) suspended?: SuspensionView;
}

export const GuidePage = pageOf(GuideLine);

class GuideOrganizationView {
  @Uuid() id: string;
  @Code(/^.{18}$/, 18, { says: 'Unified social credit code 统一社会信用代码' }) uscc: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Code(/^\d{12}$/, 12, { says: 'Division 区划' }) divisionCode: string;
  @Code(/^\d{12}$/, 12, { list: { max: 20 }, says: 'The division and all above it 区划路径' }) areaPath: string[];
}

class ProcedureLawView {
  @Flag({ says: 'The Administrative Licensing Law applies 适用行政许可法' }) licensing: boolean;
  @Name(500, { says: 'Basis of the procedure 程序依据' }) basis: string;
}

class ReasonedApprovalView {
  @Name(200, { says: 'Who approved 批准机关' }) authority: string;
  @Name(100, { says: 'Document number 文号' }) documentNumber: string;
  @DayText({ optional: true, says: 'Day of the approval 批准日期' }) approvedOn?: string;
  @Whole(1, 100, { optional: true, says: 'For exactly this many steps 环节数' }) steps?: number;
  @LongText(1000, { says: 'Why 理由' }) reason: string;
}

class GuideView extends GuideContent {
  @Code(/^.{12}$/, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Code(/^\d{2}$/, 2, { says: 'Type 事项类型' }) itemType: string;
  @Name(50, { optional: true, says: 'Handling variant 业务办理项名称' }) variantName?: string;
  @OneOf(LEVELS, { says: 'Level 行使层级' }) level: string;
  @Part(() => GuideOrganizationView, { says: 'Organization 实施机构' }) organization: GuideOrganizationView;
  @Part(() => ReasonedApprovalView, { optional: true, says: 'Approval of more steps 超环节批准' })
  reasonedApproval?: ReasonedApprovalView;
  @Part(() => ProcedureLawView, { says: 'Law of the procedure 程序法' }) procedureLaw: ProcedureLawView;
}

/** For the API document only: what is served are the bytes as they were published. */
export class GuideDocumentView {
  @Uuid() versionId: string;
  @Whole(1, 100_000, { says: 'Number of the version 版本号' }) versionNumber: number;
  @Code(/^.{31}$/, 31, { says: 'Implementation code 实施编码' }) code: string;
  @Code(/^.{33}$/, 33, { says: 'Code of the handling variant 业务办理项编码' }) variantCode: string;
  @Uuid({ says: 'Catalogue version 目录版本' }) itemVersionId: string;
  @InstantText({ says: 'In force since 生效时间' }) effectiveFrom: string;
  @Part(() => GuideView, { says: 'The guide 办事指南' }) guide: GuideView;
}
