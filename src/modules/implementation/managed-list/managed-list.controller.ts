import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { IfNoneMatch, withDigest } from '../../../kernel/http/etag';
import { limitOf, type Page, pageFrom, PageQuery, readCursor } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { cleared, SecrecyReviewInput } from '../../catalog/catalog.facade';
import { implementationPermissions } from '../implementation.permissions';
import { Derivation } from './derivation.store';
import type { ManagedList } from './managed-list.entity';
import { DeriveListInput, DiscardListInput, ListDiffQuery, ManagedListQuery, PublishListInput } from './managed-list.inputs';
import { ManagedListService } from './managed-list.service';
import { ManagedLists } from './managed-list.store';
import {
  LineDifferencePage,
  LineDifferenceView,
  ManagedListLinePage,
  type ManagedListLineView,
  ManagedListPage,
  ManagedListPreview,
  ManagedListView,
} from './managed-list.views';

const keepers = implementationPermissions['managed-list.keep'];
const answers = { answers: ManagedListView };
const demo = (name: string) => ({ id: demoId('managed-list', name) });
const derivation = { as: 'service-administrator', sends: { kind: 'special-procedures', division: '654021000000' } };

/** Lists derived from the guides in force and published as documents. */
@ApiTags('catalog')
@Controller('v1/catalog/lists')
export class ManagedListController {
  constructor(
    private readonly service: ManagedListService,
    private readonly lists: ManagedLists,
    private readonly derivation: Derivation,
  ) {}

  @Post('preview')
  @Door({
    ...{ to: keepers, en: 'Preview a list', zh: '清单预览', answers: ManagedListPreview, reads: true, ...derivation },
    more: 'What would be published now, and how it differs from the version published last.',
  })
  previewList(@By() by: Actor, @Body() input: DeriveListInput): Promise<ManagedListPreview> {
    return this.service.preview(by, input);
  }

  @Post()
  @Door({
    ...{ to: keepers, en: 'Derive a list', zh: '生成清单', ...answers, status: 201, ...derivation },
    more: 'From the guides in force at this moment. Entries of a negative list say why they are there, or the list is refused.',
  })
  async deriveList(@By() by: Actor, @Body() input: DeriveListInput): Promise<ManagedListView> {
    return this.view(by, await this.service.derive(by, input));
  }

  @Get()
  @Door({
    ...{ to: open, en: 'List managed lists', zh: '清单', answers: ManagedListPage },
    more: 'Published ones, newest first; with `asOf` those that stand on the day. Whoever keeps them reads derived ones too.',
  })
  async listManagedLists(@By() by: Actor, @Query() query: ManagedListQuery): Promise<Page<ManagedListView>> {
    const { items, nextCursor } = await this.lists.list(by, query);
    return { items: items.map((list) => this.view(by, list)), nextCursor };
  }

  @Get(':id')
  @IfNoneMatch()
  @Door({ ...{ to: open, en: 'Read a managed list', zh: '清单详情', ...answers }, at: demo('published') })
  async readManagedList(
    @By() by: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ManagedListView | undefined> {
    return this.served(reply, await this.lists.see(by, id), (list) => this.view(by, list));
  }

  @Get(':id/lines')
  @IfNoneMatch()
  @Door({
    ...{ to: open, en: 'Read the lines of a list', zh: '清单条目', answers: ManagedListLinePage, at: demo('published') },
    more: 'The `digest` of the list is the SHA-256 of all items, each in canonical JSON (RFC 8785) with a line feed, in this order: that of the bytes of their keys.',
  })
  async listManagedListLines(
    @By() by: Actor,
    @PathId() id: string,
    @Query() query: PageQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<ManagedListLineView> | undefined> {
    const list = await this.lists.see(by, id);
    const [limit, [after = '']] = [limitOf(query), readCursor(query, 1) ?? []];
    const page = pageFrom(await this.derivation.lines(id, String(after), limit + 1), limit, ({ key }) => [key]);
    return this.served(reply, list, () => page);
  }

  @Get(':id/diff')
  @Door({
    ...{ to: open, en: 'Compare a list with another of its kind', zh: '清单对比', answers: LineDifferencePage },
    ...{ at: { ...demo('published'), with: demoId('managed-list', 'published') } },
  })
  async compareManagedLists(
    @By() by: Actor,
    @PathId() id: string,
    @Query() query: ListDiffQuery,
  ): Promise<Page<LineDifferenceView>> {
    const [list, other] = [await this.lists.see(by, id), await this.lists.see(by, query.with)];
    const [limit, [after = '']] = [limitOf(query), readCursor(query, 1) ?? []];
    const rows = await this.derivation.differences(other.id, list.id, String(after), limit + 1);
    return pageFrom(
      rows.map((row) => LineDifferenceView.of(row)),
      limit,
      ({ key }) => [key],
    );
  }

  @Post(':id/secrecy-review')
  @Door({
    ...{ to: implementationPermissions['list.clear'], en: 'Review a list for secrecy', zh: '清单保密审查', ...answers },
    more: 'By somebody other than who derived it: open facts drawn together may tell more than each. A refused list is derived anew.',
    ...{ as: 'service-administrator', at: demo('to-clear'), sends: cleared },
  })
  async clearManagedList(@By() by: Actor, @PathId() id: string, @Body() input: SecrecyReviewInput): Promise<ManagedListView> {
    return this.view(by, await this.service.reviewSecrecy(by, id, input));
  }

  @Post(':id/publication')
  @Door({
    ...{ to: keepers, en: 'Publish a list', zh: '发布清单', ...answers },
    more: 'It gets its number and its first day, and never changes. Items that differ from an outside list stand in its way.',
    ...{ as: 'service-administrator', at: demo('to-publish'), sends: {} },
  })
  async publishManagedList(@By() by: Actor, @PathId() id: string, @Body() input: PublishListInput): Promise<ManagedListView> {
    return this.view(by, await this.service.publish(by, id, input));
  }

  @Post(':id/discarding')
  @Door({
    ...{ to: keepers, en: 'Discard a list that is not published', zh: '作废清单', ...answers },
    ...{ as: 'service-administrator', at: demo('to-discard'), sends: { reason: '来源清单已修改' } },
  })
  async discardManagedList(@By() by: Actor, @PathId() id: string, @Body() input: DiscardListInput): Promise<ManagedListView> {
    return this.view(by, await this.service.discard(by, id, input));
  }

  /** What is published is everybody's, and never changes. */
  private served<T extends object>(reply: FastifyReply, list: ManagedList, view: (list: ManagedList) => T): T | undefined {
    return list.state === 'published' ? withDigest(reply, view(list)) : view(list);
  }

  private view(by: Actor, list: ManagedList): ManagedListView {
    return ManagedListView.of(list, this.lists.actsFor(by, list));
  }
}
