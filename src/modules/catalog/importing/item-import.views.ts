import { Code, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import type { ItemRowReport } from './item-import.service';

export class ItemRowProblemView {
  @Name(300, { says: 'Field, as JSON Pointer into the row 字段' }) pointer: string;
  @Name(100, { says: 'Code 代码' }) code: string;
  @Name(60, { optional: true, says: 'Rule 规则' }) rule?: string;
  @Name(500, { says: 'What is wrong 说明' }) detail: string;
}

export class ItemRowReportView {
  @Whole(1, 100, { says: 'Number of the row 行号' }) row: number;
  @OneOf(['published', 'unchanged', 'refused'], { says: 'Outcome 结果' }) outcome: string;
  @Code(/^.{12}$/, 12, { optional: true, says: 'Basic code 基本编码' }) code?: string;
  @Part(() => ItemRowProblemView, { list: { max: 500 }, says: 'Why it was refused 问题' }) problems: ItemRowProblemView[];
}

export class ItemImportReport {
  @Whole(0, 100, { says: 'Rows refused 拒绝行数' }) refused: number;
  @Part(() => ItemRowReportView, { list: { max: 100 }, says: 'Row by row 逐行报告' }) rows: ItemRowReport[];

  static of(rows: ItemRowReport[]): ItemImportReport {
    return { refused: rows.filter(({ outcome }) => outcome === 'refused').length, rows };
  }
}
