import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { implementationPermissions } from '../implementation.permissions';
import { ImportListsInput } from './list-row.inputs';
import { ListImport } from './list-import.service';
import { ListImportReport } from './list-import.views';
import { approvedLists } from './list-import.examples';

@ApiTags('implementation')
@Controller('v1/implementations/imports')
export class ListImportController {
  constructor(private readonly imports: ListImport) {}

  @Post()
  @Door({
    to: implementationPermissions['list.import'],
    en: 'Import implementation lists that were approved elsewhere',
    zh: '导入实施清单',
    answers: ListImportReport,
    more: 'Each row becomes a published list, or is refused with every field and rule; a refused row leaves nothing. The items must be in the catalogue.',
    ...{ as: 'service-administrator', sends: approvedLists },
  })
  async importLists(@By() by: Actor, @Body() input: ImportListsInput): Promise<ListImportReport> {
    return ListImportReport.of(await this.imports.run(by, input));
  }
}
