import { ApiProperty } from '@nestjs/swagger';
import { Code, Flag, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import { GuideLine } from '../guide/guide.views';

export const MATCHES = ['exact', 'prefix', 'contains', 'fuzzy'] as const;
export type Match = (typeof MATCHES)[number];

export class FoundGuide extends GuideLine {
  @OneOf(MATCHES, { says: 'How its name matches 匹配方式' }) match: Match;
}

export class FacetCount {
  @Code(/^[0-9A-Z]{1,4}$/, 4, { says: 'Value 取值' }) value: string;
  @Whole(1, 1_000_000, { says: 'Guides that have it 数量' }) count: number;
}

export class GuideFacets {
  @Whole(0, 1_000_000, { says: 'Guides counted 统计数' }) counted: number;
  @Flag({ says: 'All that were found are counted 是否全部计入' }) complete: boolean;
  @Part(() => FacetCount, { list: { max: 100 }, says: 'By item type 事项类型' }) itemType: FacetCount[];
  @Part(() => FacetCount, { list: { max: 100 }, says: 'By department 部门' }) department: FacetCount[];
  @Part(() => FacetCount, { list: { max: 100 }, says: 'By audience 服务对象' }) audience: FacetCount[];
  @Part(() => FacetCount, { list: { max: 100 }, says: 'By theme 主题' }) theme: FacetCount[];
  @Part(() => FacetCount, { list: { max: 100 }, says: 'By online depth 网上办理深度' }) onlineDepth: FacetCount[];
}

export class FoundGuides {
  @Part(() => FoundGuide, { list: { max: 100 }, says: 'Exact, then by prefix, then containing it, then similar 结果' })
  items: FoundGuide[];
  @ApiProperty({
    type: 'string',
    nullable: true,
    maxLength: 500,
    description: 'Cursor of the next page; null on the last 下一页游标',
  })
  nextCursor: string | null;
  @Part(() => GuideFacets, { optional: true, says: 'Counts, where asked for 分面统计' }) facets?: GuideFacets;
}
