import { Module } from '@nestjs/common';
import { CatalogFacade } from './catalog.facade';
import { ItemImportController } from './importing/item-import.controller';
import { ItemImport } from './importing/item-import.service';
import { ItemController } from './item/item.controller';
import { Item } from './item/item.entity';
import { ItemService } from './item/item.service';
import { Items } from './item/item.store';
import { ItemVersion } from './item/item-version.entity';
import { ItemVersions } from './item/item-version.store';
import { CatalogReadingController } from './reading/catalog-reading.controller';

/** The basic catalogue of service items (事项基本目录). */
@Module({
  controllers: [ItemController, ItemImportController, CatalogReadingController],
  providers: [CatalogFacade, ItemImport, ItemService, Items, ItemVersions],
  exports: [CatalogFacade],
})
export class CatalogModule {
  static readonly entities = [Item, ItemVersion];
}
