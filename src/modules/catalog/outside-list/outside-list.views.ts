import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, Flag, InstantText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../item/item.inputs';
import { DIFFERING, type OutsideDifference } from './difference.store';
import { type Edition, type OutsideList, OUTSIDE_KINDS, type OutsideRowOutcome } from './outside-list.entity';
import { ResolveDifferenceInput } from './outside-list.inputs';
import type { OutsideRow } from './outside-row.entity';

export class EditionView implements Edition {
  @Whole(1, 100_000, { says: 'Number 版次' }) number: number;
  @Name(100, { says: 'Number of the document 文号' }) documentNumber: string;
  @Name(200, { says: 'Its title 文件名称' }) title: string;
  @DayText({ says: 'Its day 发文日期' }) issuedOn: string;
  @InstantText({ says: 'When it was imported first 导入时间' }) importedAt: string;
}

export class OutsideListView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version of the record 记录版本' }) version: number;
  @OneOf(OUTSIDE_KINDS, { says: 'Which list 清单种类' }) kind: string;
  @Part(() => EditionView, { list: { max: 1000 }, says: 'Its documents 文件' }) editions: EditionView[];

  static of({ id, version, kind, editions }: OutsideList): OutsideListView {
    return { id, version, kind, editions };
  }
}

export class OutsideListList {
  @Part(() => OutsideListView, { list: { max: 4 }, says: 'Lists 外部清单' }) items: OutsideListView[];
}

export class OutsideRowOutcomeView {
  @Whole(1, 1000, { says: 'Number of the row 行号' }) row: number;
  @OneOf(['added', 'changed', 'unchanged', 'removed', 'refused'], { says: 'What became of it 结果' }) outcome: string;
  @Name(300, { optional: true, says: 'Why it was refused 原因' }) detail?: string;
}

export class OutsideImportReport {
  @Part(() => EditionView, { says: 'The edition 版次' }) edition: EditionView;
  @Whole(0, 1000, { says: 'Rows refused 拒绝行数' }) refused: number;
  @Part(() => OutsideRowOutcomeView, { list: { max: 1000 }, says: 'Row by row 逐行报告' }) rows: OutsideRowOutcomeView[];

  static of(edition: Edition, outcomes: OutsideRowOutcome[]): OutsideImportReport {
    const detail = 'named twice, or taken out though it is not there';
    const rows = outcomes.map((outcome, index) => ({ row: index + 1, outcome, ...(outcome === 'refused' && { detail }) }));
    return { edition, refused: outcomes.filter((outcome) => outcome === 'refused').length, rows };
  }
}

export class OutsideRowView {
  @Name(300, { says: 'Code, or name where there is none 标识' }) key: string;
  @Code(/^[0-9A-Za-z-]{1,40}$/, 40, { optional: true, says: 'Code there 编码' }) code?: string;
  @Name(300, { says: 'Name there 名称' }) name: string;
  @Code(/^\d{2}$/, 2, { optional: true, says: 'Type there 事项类型' }) itemType?: string;
  @Name(500, { list: { max: 30 }, says: 'Provisions there 依据' }) basis: string[];
  @Whole(1, 100_000, { says: 'First edition with it 始见版次' }) since: number;

  static of({ key, code, name, itemType, basis, since }: OutsideRow): OutsideRowView {
    return { key, ...(code && { code }), name, ...(itemType && { itemType }), basis, since };
  }
}

export const OutsideRowPage = pageOf(OutsideRowView);

export class ResolutionView extends ResolveDifferenceInput {
  @InstantText({ says: 'When 时间' }) at: string;
}

export class OutsideDifferenceView {
  @Code(/^[0-9a-f]{32}$/, 32, { says: 'Its id; another as soon as either side changes 差异标识' }) id: string;
  @OneOf(OUTSIDE_KINDS, { says: 'Which list 清单种类' }) kind: string;
  @Name(300, { says: 'Row there 外部清单标识' }) key: string;
  @Code(BASIC_CODE, 12, { optional: true, says: 'Item here 基本编码' }) basicCode?: string;
  @OneOf(DIFFERING, { says: 'What differs 差异要素' }) element: string;
  @Name(20_000, { optional: true, says: 'Here 本目录' }) ours?: string;
  @Name(20_000, { optional: true, says: 'There 外部清单' }) theirs?: string;
  @Part(() => ResolutionView, { optional: true, says: 'What was decided 处理' }) resolution?: ResolutionView;
  @Flag({ says: 'Stands in the way of publication 是否未处理' }) open: boolean;

  static of({ id, kind, key, basicCode, element, ours, theirs, resolution, open }: OutsideDifference): OutsideDifferenceView {
    return {
      ...{ id, kind, key, ...(basicCode && { basicCode }), element },
      ...{ ...(ours !== null && { ours }), ...(theirs !== null && { theirs }), ...(resolution && { resolution }), open },
    };
  }
}

export const OutsideDifferencePage = pageOf(OutsideDifferenceView);
