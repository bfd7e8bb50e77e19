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
import { implementationPermissions } from '../implementation.permissions';
import { approvedLists, approvedListsIn } from './list-import.examples';
import { ListImport } from './list-import.service';
import { ImportListsQuery } from './list-row.inputs';

@ApiTags('implementation')
@Controller('v1/implementations/imports')
export class ListImportController {
  constructor(private readonly imports: ListImport) {}

  @Post()
  @Door({
    to: implementationPermissions['list.import'],
    en: 'Import implementation lists that were approved elsewhere',
    zh: '导入实施清单',
    answers: JobView,
    ...{ status: 202, takes: STREAMS },
    more: 'A row a list, in the words of up_task_general_basic with its children; in CSV a header row, and children as JSON in their cells. UTF-8, or GB18030 where charset says so; 200,000 rows, 1 GiB, 1 MiB a line. The job at Location publishes each row, finds it unchanged, withdraws it (cd_operation D) or refuses it with every field and rule; a refused row leaves nothing. The items must be in the catalogue.',
    ...{ as: 'service-administrator', at: approvedListsIn, sends: approvedLists },
  })
  async importLists(
    @By() by: Actor,
    @Query() query: ImportListsQuery,
    @Rows() file: RowFile,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobView> {
    return accepted(reply, await this.imports.receive(by, query, file));
  }
}
