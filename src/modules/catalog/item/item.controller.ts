import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import { PathCode } from '../../../kernel/http/path';
import { catalogPermissions } from '../catalog.permissions';
import { ItemElementsInput } from '../elements.inputs';
import { AsOfQuery, BASIC_CODE, DraftItemInput, PublishItemInput, UnscheduleItemInput } from './item.inputs';
import { ItemService } from './item.service';
import { Items } from './item.store';
import { ItemShelf } from './item-shelf.service';
import { ItemView } from './item.views';
import { editedItem, newItem } from './item.examples';

const editors = catalogPermissions['item.edit'];
const publishers = catalogPermissions['item.publish'];
const Basic = () => PathCode('basicCode', BASIC_CODE, 12);

/** The catalogue's desk: drafts and publication. */
@ApiTags('catalog')
@Controller('v1/catalog/items')
export class ItemController {
  constructor(
    private readonly service: ItemService,
    private readonly items: Items,
    private readonly shelf: ItemShelf,
  ) {}

  @Post()
  @Door({
    ...{ to: editors, en: 'Draft a catalogue item', zh: '编制基本目录事项', answers: ItemView, status: 201 },
    ...{ as: 'catalogue-editor', sends: newItem },
  })
  async draftItem(@By() by: Actor, @Body() input: DraftItemInput): Promise<ItemView> {
    return this.shelf.view(by, await this.service.draft(by, input));
  }

  @Get(':basicCode')
  @Door({
    to: open,
    en: 'Read a catalogue item',
    zh: '事项详情',
    answers: ItemView,
    more: 'With the version in force today, or on the day `asOf`; those who work on it also read the draft and the answers of the joint review.',
    at: { basicCode: '000114008001' },
  })
  async readItem(
    @By() by: Actor,
    @Basic() code: string,
    @Query() { asOf }: AsOfQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemView> {
    return withEtag(reply, await this.shelf.view(by, await this.items.seeCode(by, code), asOf));
  }

  @Put(':basicCode')
  @Door({
    to: editors,
    en: 'Edit the draft of an item, or begin a revision',
    zh: '修改事项草案或开始修订',
    answers: ItemView,
    more: 'The version in force stays in force until the revision is published.',
    ...{ as: 'catalogue-editor', at: { basicCode: '652014901W02', 'If-Match': '"1"' }, sends: editedItem },
  })
  async editItem(
    @By() by: Actor,
    @Basic() code: string,
    @IfMatch() version: number,
    @Body() input: ItemElementsInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ItemView> {
    return withEtag(reply, await this.shelf.view(by, await this.service.edit(by, code, version, input)));
  }

  @Post(':basicCode/publication')
  @Door({
    ...{ to: publishers, en: 'Publish a countersigned item', zh: '发布事项', answers: ItemView },
    more: 'The version before stays in force until its day, and what was scheduled for that day or later is replaced.',
    ...{ as: 'service-administrator', at: { basicCode: '652014901W05' }, sends: {} },
  })
  async publishItem(@By() by: Actor, @Basic() code: string, @Body() input: PublishItemInput): Promise<ItemView> {
    return this.shelf.view(by, await this.service.publish(by, code, input));
  }

  @Post(':basicCode/schedule-withdrawal')
  @Door({
    ...{ to: publishers, en: 'Take back a version of an item before its day', zh: '撤回待生效的事项版本', answers: ItemView },
    more: 'The version in force stays in force; the item is a draft again. Lists that were to take effect under the version are taken back with it.',
    ...{ as: 'service-administrator', at: { basicCode: '652014901W09' }, sends: { reason: '生效日期有误' } },
  })
  async unscheduleItem(@By() by: Actor, @Basic() code: string, @Body() input: UnscheduleItemInput): Promise<ItemView> {
    return this.shelf.view(by, await this.service.unschedule(by, code, input));
  }
}
