import { ApiProperty } from '@nestjs/swagger';
import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, InstantText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import type { ItemElements } from '../elements.rules';
import { BASIC_CODE } from '../item/item.inputs';
import { ItemElementsView } from '../item/item.views';
import type { ItemVersion } from '../item/item-version.entity';
import type { Difference } from './diff.rules';

export class ItemLineView {
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Name(200, { says: 'Name 事项名称' }) name: string;
  @Code(/^\d{2}$/, 2, { says: 'Type 事项类型' }) itemType: string;
  @Whole(1, 100_000, { says: 'Version in force 现行版本号' }) versionNumber: number;
  @DayText({ says: 'First day of the version 生效日期' }) effectiveFrom: string;
}

export const ItemLinePage = pageOf(ItemLineView);

export class ItemVersionLine {
  @Uuid() id: string;
  @Whole(1, 100_000, { says: 'Number 版本号' }) number: number;
  @OneOf(['published', 'superseded', 'withdrawn'], { says: 'State 状态' }) state: string;
  @DayText({ says: 'First day 生效日期' }) effectiveFrom: string;
  @DayText({ optional: true, says: 'First day on which it no longer stands 失效日期' }) effectiveTo?: string;
  @InstantText({ says: 'Published at 发布时间' }) publishedAt: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of the elements 摘要' }) digest: string;

  static of({ id, number, state, effectiveFrom, effectiveTo, publishedAt, digest }: ItemVersion): ItemVersionLine {
    return { id, number, state, effectiveFrom, ...(effectiveTo && { effectiveTo }), publishedAt, digest };
  }
}

export class ItemVersionList {
  @Part(() => ItemVersionLine, { list: { max: 1000 }, says: 'Newest first 版本' }) items: ItemVersionLine[];
}

export class ItemVersionView extends ItemVersionLine {
  @Part(() => ItemElementsView, { says: 'Unified elements 要素' }) elements: ItemElements;
}

const LEAF = { type: 'object', additionalProperties: true };
const ANY = [
  { type: 'string', maxLength: 20_000 },
  { type: 'integer', format: 'int32', minimum: 0, maximum: 2_147_483_647 },
  { type: 'boolean' },
  { type: 'array', maxItems: 1_000, items: LEAF },
  LEAF,
];

export class DifferenceView {
  @Name(300, { says: 'Where, as JSON Pointer into the document 位置' }) pointer: string;
  @ApiProperty({ required: false, oneOf: ANY, description: 'There in the version compared with 对比版本的值' }) before?: unknown;
  @ApiProperty({ required: false, oneOf: ANY, description: 'There in this version 本版本的值' }) after?: unknown;
}

export class ItemDiffView {
  @Whole(1, 100_000, { says: 'This version 本版本' }) version: number;
  @Whole(1, 100_000, { says: 'The version compared with 对比版本' }) with: number;
  @Part(() => DifferenceView, { list: { max: 2000 }, says: 'What differs 差异' }) differences: Difference[];
}
