import { Code, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import { ListFindingView } from '../list/implementation.views';
import type { ListRowReport } from './list-import.service';

export class ListRowReportView {
  @Whole(1, 100, { says: 'Number of the row 行号' }) row: number;
  @OneOf(['published', 'refused'], { says: 'Outcome 结果' }) outcome: string;
  @Code(/^.{33}$/, 33, { optional: true, says: 'Code of the published guide 业务办理项编码' }) code?: string;
  @Part(() => ListFindingView, { list: { max: 500 }, says: 'Why it was refused 问题' }) problems: ListFindingView[];
}

export class ListImportReport {
  @Whole(0, 100, { says: 'Rows published 发布行数' }) published: number;
  @Whole(0, 100, { says: 'Rows refused 拒绝行数' }) refused: number;
  @Part(() => ListRowReportView, { list: { max: 100 }, says: 'Row by row 逐行报告' }) rows: ListRowReport[];

  static of(rows: ListRowReport[]): ListImportReport {
    const published = rows.filter(({ outcome }) => outcome === 'published').length;
    return { published, refused: rows.length - published, rows };
  }
}
