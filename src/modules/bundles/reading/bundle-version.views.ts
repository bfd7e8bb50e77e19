import { pageOf } from '../../../kernel/http/page';
import { Code, Flag, InstantText, JsonObject, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { type Audience, AUDIENCES, type Channel, CHANNELS } from '../../catalog/catalog.facade';
import type { BundleDocument } from '../bundle/bundle-version.entity';
import { BUNDLE_CODE } from '../bundle/bundle.inputs';
import { InterruptionView } from '../bundle/bundle.views';
import { BundleEdge, BundleMember, MergedField, MergedMaterial } from '../content/content.inputs';

export class BundleVersionLine {
  @Uuid() versionId: string;
  @Whole(1, 100_000, { says: 'Number of the version 版本号' }) versionNumber: number;
  @Code(BUNDLE_CODE, 32, { says: 'Code 主题编码' }) code: string;
  @Name(100, { says: 'Theme 主题' }) theme: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Uuid({ says: 'Organization that leads it 牵头部门' }) leadOrganizationId: string;
  @Name(200, { says: 'Its name 牵头部门名称' }) leadOrganizationName: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of the document 摘要' }) digest: string;
  @InstantText({ says: 'In force since 生效时间' }) effectiveFrom: string;
  @Part(() => InterruptionView, { optional: true, says: 'Takes no new journeys 暂停申请' }) interruption?: InterruptionView;
}

export const BundleVersionPage = pageOf(BundleVersionLine);

class BundleOrganizationView {
  @Uuid() id: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Code(/^\d{12}$/, 12, { says: 'Division 区划' }) divisionCode: string;
  @Code(/^\d{12}$/, 12, { list: { max: 20 }, says: 'The division and all above it 区划路径' }) areaPath: string[];
}

class MemberLimitView {
  @Whole(0, 10_000, { says: 'Days 天数' }) days: number;
  @OneOf(['working-day', 'calendar-day'], { says: 'Unit 单位' }) unit: 'working-day' | 'calendar-day';
}

class PublishedMemberView extends BundleMember {
  @Name(260, { says: 'Name 事项名称' }) name: string;
  @Part(() => BundleOrganizationView, { says: 'Organization 实施机构' }) organization: BundleOrganizationView;
  @Uuid({ says: 'Guide it was checked against 所依据的办事指南版本' }) guideVersionId: string;
  @Part(() => MemberLimitView, { says: 'Promised limit of the item 承诺办结时限' }) promisedLimit: MemberLimitView;
  @Name(200, { says: 'Result 办理结果' }) resultName: string;
}

class PublishedMaterialView extends MergedMaterial {
  @Flag({ says: 'A member requires it 是否必备' }) required: boolean;
  @Code(/^.{21}$/, 21, { optional: true, says: 'Certificate that may stand in for it 可替代的证照类型' })
  certificateType?: string;
}

class PublishedBundleView {
  @Name(100, { says: 'Theme 主题' }) theme: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Part(() => BundleOrganizationView, { says: 'Lead organization 牵头部门' }) leadOrganization: BundleOrganizationView;
  @Part(() => PublishedMemberView, { list: { max: 20 }, says: 'Members 联办事项' }) members: PublishedMemberView[];
  @Part(() => MergedField, { list: { max: 200 }, says: 'Where each field goes 字段对应关系' }) fields: MergedField[];
  @JsonObject({ says: 'Merged form as JSON Schema, draft 2020-12 合并表单' }) form: Record<string, unknown>;
  @Part(() => PublishedMaterialView, { list: { max: 100 }, says: 'Merged materials 合并材料' })
  materials: PublishedMaterialView[];
  @Part(() => BundleEdge, { list: { max: 60 }, says: 'Order 先后关系' }) edges: BundleEdge[];
  @Whole(0, 365, { says: 'Promise in working days 承诺办结时限（工作日）' }) promisedDays: number;
  @OneOf(CHANNELS, { list: { max: 4 }, says: 'Channels 办理渠道' }) channels: Channel[];
  @OneOf(AUDIENCES, { list: { max: 7 }, says: 'Whom it serves 服务对象' }) audiences: Audience[];
}

export class BundleDocumentView implements BundleDocument {
  @Uuid() bundleId: string;
  @Uuid() versionId: string;
  @Whole(1, 100_000, { says: 'Number of the version 版本号' }) versionNumber: number;
  @Code(BUNDLE_CODE, 32, { says: 'Code 主题编码' }) code: string;
  @InstantText({ says: 'In force since 生效时间' }) effectiveFrom: string;
  @Part(() => PublishedBundleView, { says: 'The bundle “一件事”' }) bundle: PublishedBundleView;
}
