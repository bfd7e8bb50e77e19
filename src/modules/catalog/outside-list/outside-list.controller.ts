import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathCode } from '../../../kernel/http/path';
import { catalogPermissions } from '../catalog.permissions';
import { Differences } from './difference.store';
import type { OutsideKind } from './outside-list.entity';
import { firstDifference, outsideDocument } from './outside-list.examples';
import { DifferenceQuery, ImportOutsideListInput, KIND, OutsideRowQuery, ResolveDifferenceInput } from './outside-list.inputs';
import { OutsideListService } from './outside-list.service';
import { OutsideLists } from './outside-list.store';
import {
  OutsideDifferencePage,
  OutsideDifferenceView,
  OutsideImportReport,
  OutsideListList,
  OutsideListView,
  OutsideRowPage,
  OutsideRowView,
} from './outside-list.views';

const importers = catalogPermissions['outside-list.import'];
const readers = catalogPermissions['outside-list.compare'];
const Kind = () => PathCode('kind', KIND, 30);
const demo = { as: 'service-administrator', at: { kind: 'market-access' } };

/** Lists kept elsewhere, and where the catalogue does not say the same. */
@ApiTags('catalog')
@Controller('v1/catalog/outside-lists')
export class OutsideListController {
  constructor(
    private readonly service: OutsideListService,
    private readonly lists: OutsideLists,
    private readonly differences: Differences,
  ) {}

  @Post()
  @Door({
    to: importers,
    en: 'Import a document of an outside list',
    zh: '导入外部清单文件',
    answers: OutsideImportReport,
    more: 'Large documents come in parts under one document number. The same part again changes nothing; a later document changes only the rows it names, unless it is complete.',
    ...{ as: 'service-administrator', sends: outsideDocument },
  })
  importOutsideList(@By() by: Actor, @Body() input: ImportOutsideListInput): Promise<OutsideImportReport> {
    return this.service.import(by, input);
  }

  @Get()
  @Door({ to: readers, en: 'List the outside lists', zh: '外部清单', answers: OutsideListList, as: 'service-administrator' })
  async listOutsideLists(@By() by: Actor): Promise<OutsideListList> {
    return { items: (await this.lists.all(by)).map((list) => OutsideListView.of(list)) };
  }

  @Get(':kind/rows')
  @Door({ to: readers, en: 'Read the rows of an edition', zh: '外部清单内容', answers: OutsideRowPage, ...demo })
  async listOutsideRows(
    @By() by: Actor,
    @Kind() kind: OutsideKind,
    @Query() query: OutsideRowQuery,
  ): Promise<Page<OutsideRowView>> {
    const { items, nextCursor } = await this.lists.rows(await this.lists.seeKind(by, kind), query);
    return { items: items.map((row) => OutsideRowView.of(row)), nextCursor };
  }

  @Get(':kind/differences')
  @Door({
    to: readers,
    en: 'Compare an outside list with the catalogue',
    zh: '外部清单差异',
    answers: OutsideDifferencePage,
    more: 'Name, type, code, basis, and what is on one side only. An item with an open difference is not published.',
    ...demo,
  })
  async listOutsideDifferences(
    @By() by: Actor,
    @Kind() kind: OutsideKind,
    @Query() query: DifferenceQuery,
  ): Promise<Page<OutsideDifferenceView>> {
    await this.lists.seeKind(by, kind);
    const { items, nextCursor } = await this.differences.page(kind, query);
    return { items: items.map((one) => OutsideDifferenceView.of(one)), nextCursor };
  }

  @Post(':kind/differences/:difference/resolution')
  @Door({
    to: importers,
    en: 'Resolve a difference',
    zh: '处理差异',
    answers: OutsideDifferenceView,
    more: 'What ours is to follow stays open until it does. As soon as either side changes, it is another difference.',
    ...{ as: 'service-administrator', at: { kind: 'market-access', difference: firstDifference } },
    sends: { choice: 'outside-corrected', reason: '演示清单所列事项不属依申请事项', document: '演示函〔2026〕1号' },
  })
  async resolveDifference(
    @By() by: Actor,
    @Kind() kind: OutsideKind,
    @PathCode('difference', /^[0-9a-f]{32}$/, 32) difference: string,
    @Body() input: ResolveDifferenceInput,
  ): Promise<OutsideDifferenceView> {
    return OutsideDifferenceView.of(await this.service.resolve(by, kind, difference, input));
  }
}
