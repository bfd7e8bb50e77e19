import { Code, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../../catalog/catalog.facade';
import { bundleStates } from '../bundle/bundle.lifecycle';

/** Lines shown of each kind. */
export const FIRST = 10;

const Count = () => Whole(0, 2_147_483_647, { says: 'How many 数量' });

class AtOrganization {
  @Uuid({ says: 'Organization 机构' }) organizationId: string;
  @Name(200, { says: 'Its name 机构名称' }) organizationName: string;
}

class ImpactListLine extends AtOrganization {
  @Code(/^.{33}$/, 33, { says: 'Code of the handling variant 业务办理项编码' }) variantCode: string;
  @Name(30, { says: 'State 状态' }) state: string;
}

class ImpactLists {
  @Count() count: number;
  @Part(() => ImpactListLine, { list: { max: FIRST }, says: 'First by code 前几项' }) first: ImpactListLine[];
}

class ImpactGuideLine extends AtOrganization {
  @Code(/^.{33}$/, 33, { says: 'Code of the handling variant 业务办理项编码' }) variantCode: string;
  @Name(260, { says: 'Name 名称' }) name: string;
}

class ImpactGuides {
  @Count() count: number;
  @Part(() => ImpactGuideLine, { list: { max: FIRST }, says: 'First by code 前几项' }) first: ImpactGuideLine[];
}

class ImpactBundleLine {
  @Uuid() id: string;
  @Code(/^[0-9A-Z]{6,32}$/, 32, { says: 'Code 主题编码' }) code: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @OneOf(bundleStates, { says: 'State 状态' }) state: string;
}

class ImpactBundles {
  @Count() count: number;
  @Part(() => ImpactBundleLine, { list: { max: FIRST }, says: 'First by code 前几项' }) first: ImpactBundleLine[];
}

/** Who withdraws an item need not see cases: they learn where how many are open, never which. */
class ImpactCaseLine extends AtOrganization {
  @Whole(1, 2_147_483_647, { says: 'Open cases there 在办件数' }) open: number;
}

class ImpactCases {
  @Count() count: number;
  @Part(() => ImpactCaseLine, { list: { max: FIRST }, says: 'Where the most are 前几个机构' }) first: ImpactCaseLine[];
}

export class ItemImpactView {
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Name(200, { says: 'Name 事项名称' }) name: string;
  @Name(30, { says: 'State of the item 状态' }) state: string;
  @Part(() => ImpactLists, { says: 'Lists that end, in work or published 实施清单' }) lists: ImpactLists;
  @Part(() => ImpactGuides, { says: 'Guides in force that end 现行办事指南' }) guides: ImpactGuides;
  @Part(() => ImpactBundles, { says: 'Bundles that take no new journeys 一件事' }) bundles: ImpactBundles;
  @Part(() => ImpactCases, { says: 'Open cases, which go on to their end 在办件' }) openCases: ImpactCases;
  @Whole(0, 2_147_483_647, { says: 'Members of running journeys that can no longer be submitted 联办中待提交成员' })
  waitingMembers: number;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'What the withdrawal names 影响摘要' }) digest: string;
}
