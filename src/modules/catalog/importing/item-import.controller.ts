import { Controller, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { STREAMS } from '../../../kernel/http/body';
import { Door } from '../../../kernel/http/door';
import { accepted } from '../../../kernel/jobs/job-answer';
import { JobView } from '../../../kernel/jobs/job.views';
import { Rows, type RowFile } from '../../../kernel/jobs/row-file';
import { catalogPermissions } from '../catalog.permissions';
import { nationalItems, nationalItemsIn } from './item-import.examples';
import { ImportItemsQuery } from './item-import.inputs';
import { ItemImport } from './item-import.service';

@ApiTags('catalog')
@Controller('v1/catalog/imports')
export class ItemImportController {
  constructor(private readonly imports: ItemImport) {}

  @Post()
  @Door({
    to: catalogPermissions['item.import'],
    en: 'Import national items',
    zh: '导入国家事项',
    answers: JobView,
    ...{ status: 202, takes: STREAMS },
    more: 'A row an item, in the words of up_task_directory and up_task_general_basic; in CSV a header row, and materials as JSON in their cell. UTF-8, or GB18030 where charset says so; 200,000 rows, 1 GiB, 1 MiB a line. The job at Location publishes each row, finds it unchanged or refuses it with every field and rule; a refused row leaves nothing. cd_operation D waits for the withdrawal of the item (`POST .../withdrawal`). What the state has laid down does not wait for open differences from outside lists (C8): they are shown, and managed lists wait for them.',
    ...{ as: 'service-administrator', at: nationalItemsIn, sends: nationalItems },
  })
  async importItems(
    @By() by: Actor,
    @Query() query: ImportItemsQuery,
    @Rows() file: RowFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobView> {
    return accepted(reply, await this.imports.receive(by, query, file));
  }
}
