import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { refuse } from '../../../kernel/http/kernel.errors';
import type { Page } from '../../../kernel/http/page';
import { PathCode } from '../../../kernel/http/path';
import { BASIC_CODE } from '../item/item.inputs';
import type { ItemVersion } from '../item/item-version.entity';
import { ItemVersions } from '../item/item-version.store';
import { DiffQuery, ItemQuery } from './catalog-reading.inputs';
import {
  ItemDiffView,
  ItemLinePage,
  type ItemLineView,
  ItemVersionLine,
  ItemVersionList,
  ItemVersionView,
} from './catalog-reading.views';
import { diff } from './diff.rules';

const Basic = () => PathCode('basicCode', BASIC_CODE, 12);
const VersionNumber = () => PathCode('n', /^[1-9]\d{0,5}$/, 6);

/** The published catalogue, as everybody may read it. */
@ApiTags('catalog')
@Controller('v1/catalog/items')
export class CatalogReadingController {
  constructor(private readonly versions: ItemVersions) {}

  @Get()
  @Door({ to: open, en: 'List the catalogue', zh: '基本目录', answers: ItemLinePage, more: 'Items in force, by basic code.' })
  listItems(@Query() query: ItemQuery): Promise<Page<ItemLineView>> {
    return this.versions.list(query);
  }

  @Get(':basicCode/versions')
  @Door({
    ...{ to: open, en: 'List the published versions of an item', zh: '事项版本列表', answers: ItemVersionList },
    at: { basicCode: '000114008001' },
  })
  async listItemVersions(@Basic() code: string): Promise<ItemVersionList> {
    const versions = await this.versions.all(code);
    if (!versions.length) throw refuse('not-found');
    return { items: versions.map((version) => ItemVersionLine.of(version)) };
  }

  @Get(':basicCode/versions/:n')
  @Door({
    ...{ to: open, en: 'Read a published version', zh: '事项版本详情', answers: ItemVersionView },
    at: { basicCode: '000114008001', n: '1' },
  })
  async readItemVersion(@Basic() code: string, @VersionNumber() n: string): Promise<ItemVersionView> {
    const version = await this.numbered(code, Number(n));
    return { ...ItemVersionLine.of(version), elements: version.elements };
  }

  @Get(':basicCode/versions/:n/diff')
  @Door({
    ...{ to: open, en: 'Compare a version with another', zh: '版本对比', answers: ItemDiffView },
    at: { basicCode: '000114008001', n: '1' },
  })
  async compareItemVersions(@Basic() code: string, @VersionNumber() n: string, @Query() query: DiffQuery): Promise<ItemDiffView> {
    const version = await this.numbered(code, Number(n));
    const other = await this.numbered(code, query.with);
    return { version: version.number, with: other.number, differences: diff(other.elements, version.elements) };
  }

  private async numbered(code: string, number: number): Promise<ItemVersion> {
    const version = await this.versions.numbered(code, number);
    if (!version) throw refuse('not-found');
    return version;
  }
}
