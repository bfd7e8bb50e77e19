import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Door } from '../../../kernel/http/door';
import { AnswersStream, streamed } from '../../../kernel/http/streamed';
import { implementationPermissions } from '../implementation.permissions';
import { ExportListsQuery } from './list-export.inputs';
import { ListExport } from './list-export.service';

@ApiTags('implementation')
@Controller('v1/implementations/export')
export class ListExportController {
  constructor(private readonly exports: ListExport) {}

  @Get()
  @AnswersStream('application/x-ndjson', 'text/csv')
  @Door({
    to: implementationPermissions['list.export'],
    en: 'Export published lists in force',
    zh: '导出现行实施清单',
    more: 'A stream of rows in the words of up_task_general_basic, as the import takes them: what is exported is found unchanged by an import. Cells of CSV that begin like a formula have an apostrophe before them, which the import takes off.',
    ...{ as: 'service-administrator', at: { format: 'csv' } },
  })
  exportLists(@Query() query: ExportListsQuery): StreamableFile {
    return query.format === 'csv'
      ? streamed(this.exports.csv(query), 'text/csv', 'attachment; filename="lists.csv"')
      : streamed(this.exports.ndjson(query), 'application/x-ndjson');
  }
}
