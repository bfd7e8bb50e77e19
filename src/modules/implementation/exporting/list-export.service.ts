import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { cellOf } from '../../../kernel/jobs/cells';
import { fieldKinds } from '../../../kernel/validation/fields';
import { CatalogFacade } from '../../catalog/catalog.facade';
import { ListRowInput } from '../importing/list-row.inputs';
import type { ExportListsQuery } from './list-export.inputs';
import { ListExportStore } from './list-export.store';
import { listRowOf } from './list-row-of.rules';

const PAGE = 200;

/** implementation/I12: lists in force, as rows that an import reads as the same lists. */
@Injectable()
export class ListExport {
  constructor(
    private readonly store: ListExportStore,
    private readonly catalog: CatalogFacade,
  ) {}

  async *ndjson(query: ExportListsQuery): AsyncGenerator<string> {
    for await (const rows of this.rows(query)) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  }

  async *csv(query: ExportListsQuery): AsyncGenerator<string> {
    const columns = [...fieldKinds(ListRowInput.prototype).keys()];
    yield stringify([columns]);
    for await (const rows of this.rows(query)) {
      yield stringify(rows.map((row) => columns.map((column) => cellOf(row[column as keyof ListRowInput]))));
    }
  }

  private async *rows(query: ExportListsQuery): AsyncGenerator<ListRowInput[]> {
    for await (const page of this.store.pages(query, PAGE)) {
      const items = await this.catalog.publishedItems([...new Set(page.map(({ guide }) => guide.basicCode))]);
      const byCode = new Map(items.map((item) => [item.basicCode, item]));
      yield page.map((document) => listRowOf(document, byCode.get(document.guide.basicCode)));
    }
  }
}
