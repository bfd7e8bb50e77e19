import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { catalogPermissions } from '../catalog.permissions';
import { ImportItemsInput } from './item-import.inputs';
import { ItemImport } from './item-import.service';
import { ItemImportReport } from './item-import.views';
import { nationalItems } from './item-import.examples';

@ApiTags('catalog')
@Controller('v1/catalog/imports')
export class ItemImportController {
  constructor(private readonly imports: ItemImport) {}

  @Post()
  @Door({
    to: catalogPermissions['item.import'],
    en: 'Import national items',
    zh: '导入国家事项',
    answers: ItemImportReport,
    more: 'Each row is published, found unchanged or refused with every field and rule; a refused row leaves nothing. cd_operation D waits for the withdrawal of the item (`POST .../withdrawal`).',
    ...{ as: 'service-administrator', sends: nationalItems },
  })
  async importItems(@By() by: Actor, @Body() input: ImportItemsInput): Promise<ItemImportReport> {
    return ItemImportReport.of(await this.imports.run(by, input));
  }
}
