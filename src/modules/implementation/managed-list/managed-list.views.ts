import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, InstantText, JsonObject, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { SecrecyReviewView } from '../../catalog/catalog.facade';
import type { LineDifference } from './derivation.store';
import { LIST_KINDS } from './kinds.rules';
import type { ManagedList } from './managed-list.entity';
import { LIST_STATES } from './managed-list.inputs';
import type { ManagedListAct } from './managed-list.lifecycle';

const MOST = 10_000_000;

export class ManagedListView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version of the record 记录版本' }) version: number;
  @OneOf(LIST_STATES, { says: 'State 状态' }) state: string;
  @OneOf(LIST_KINDS, { says: 'Which list 清单种类' }) kind: string;
  @Code(/^\d{12}$/, 12, { says: 'Of this division and below 区划（含下级）' }) divisionCode: string;
  @InstantText({ says: 'Derived from what was in force at 生成时间' }) derivedAt: string;
  @Whole(0, MOST, { says: 'Lines 条目数' }) lineCount: number;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of the lines 摘要' }) digest: string;
  @Part(() => SecrecyReviewView, { optional: true, says: 'Secrecy review, for those who keep the list 保密审查' })
  secrecy?: SecrecyReviewView;
  @Whole(1, 100_000, { optional: true, says: 'Number, once published 版本号' }) number?: number;
  @DayText({ optional: true, says: 'First day 生效日期' }) effectiveFrom?: string;
  @InstantText({ optional: true, says: 'Published 发布时间' }) publishedAt?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(list: ManagedList, acts: ManagedListAct[]): ManagedListView {
    const { id, version, state, kind, divisionCode, derivedAt, lineCount, digest, secrecy, number, effectiveFrom, publishedAt } =
      list;
    return {
      ...{ id, version, state, kind, divisionCode, derivedAt, lineCount, digest },
      ...(secrecy && state !== 'published' && { secrecy }),
      ...(number !== null && { number }),
      ...(effectiveFrom && { effectiveFrom }),
      ...(publishedAt && { publishedAt }),
      acts,
    };
  }
}

export const ManagedListPage = pageOf(ManagedListView);

export class ManagedListLineView {
  @Name(200, { says: 'What names the line for good 条目标识' }) key: string;
  @JsonObject({ says: 'What the list says 内容' }) line: object;
}

export const ManagedListLinePage = pageOf(ManagedListLineView);

export class LineDifferenceView {
  @Name(200, { says: 'The line 条目标识' }) key: string;
  @JsonObject({ optional: true, says: 'In the list compared with 对比清单内容' }) before?: object;
  @JsonObject({ optional: true, says: 'In this list 本清单内容' }) after?: object;

  static of({ key, before, after }: LineDifference): LineDifferenceView {
    return { key, ...(before && { before }), ...(after && { after }) };
  }
}

export const LineDifferencePage = pageOf(LineDifferenceView);

export class ManagedListPreview {
  @Whole(0, MOST, { says: 'Lines that would be published 条目数' }) lineCount: number;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'Their SHA-256 摘要' }) digest: string;
  @Uuid({ optional: true, says: 'The published list compared with 对比清单' }) against?: string;
  @Whole(0, MOST, { says: 'Lines that differ from it 差异数' }) differenceCount: number;
  @Part(() => LineDifferenceView, { list: { max: 100 }, says: 'The first hundred of them 差异' })
  differences: LineDifferenceView[];
  @Name(200, { list: { max: 100 }, says: 'Entries that lack their reason 缺少理由的条目' }) reasonless: string[];
}
