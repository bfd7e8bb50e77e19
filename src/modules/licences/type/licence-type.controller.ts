import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withDigest, withEtag } from '../../../kernel/http/etag';
import { refuse } from '../../../kernel/http/kernel.errors';
import { type Page, PageQuery } from '../../../kernel/http/page';
import { PathCode } from '../../../kernel/http/path';
import { licencesPermissions } from '../licences.permissions';
import type { LicenceType } from './licence-type.entity';
import { ChangeLicenceTypeInput, DefineLicenceTypeInput, TYPE_CODE } from './licence-type.inputs';
import { typeEditors } from './licence-type.policy';
import { LicenceTypeService } from './licence-type.service';
import { LicenceTypes } from './licence-type.store';
import { LicenceTypePage, LicenceTypeVersionView, LicenceTypeView } from './licence-type.views';
import { changedType, newType } from './licence-type.examples';

const editors = licencesPermissions['type.edit'];
const TypeCode = () => PathCode('typeCode', TYPE_CODE, 21);
/** 劳务派遣经营许可证 of the demo region. */
const DISPATCH = '1165000099X8000222001';
const FOR_WHOM = 'Who may edit the type reads its draft, everybody else the version in force.';

@ApiTags('licences')
@Controller('v1/licence-types')
export class LicenceTypeController {
  constructor(
    private readonly service: LicenceTypeService,
    private readonly types: LicenceTypes,
  ) {}

  @Post()
  @Door({
    ...{ to: editors, en: 'Define a licence type', zh: '定义证照类型', answers: LicenceTypeView, status: 201 },
    ...{ as: 'catalogue-editor', sends: newType },
  })
  async defineLicenceType(@By() by: Actor, @Body() input: DefineLicenceTypeInput): Promise<LicenceTypeView> {
    return this.view(by, await this.service.define(by, input));
  }

  @Get()
  @Door({ to: open, en: 'List licence types', zh: '证照类型列表', answers: LicenceTypePage, more: `By type code. ${FOR_WHOM}` })
  async listLicenceTypes(@By() by: Actor, @Query() query: PageQuery): Promise<Page<LicenceTypeView>> {
    const { items, nextCursor } = await this.types.list(by, query);
    return { items: items.map((type) => this.view(by, type)), nextCursor };
  }

  @Get(':typeCode')
  @Door({
    ...{ to: open, en: 'Read a licence type', zh: '证照类型详情', answers: LicenceTypeView, more: FOR_WHOM },
    at: { typeCode: DISPATCH },
  })
  async readLicenceType(
    @By() by: Actor,
    @TypeCode() typeCode: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LicenceTypeView> {
    return withEtag(reply, this.view(by, await this.types.seeCode(by, typeCode)));
  }

  @Put(':typeCode')
  @Door({
    ...{ to: editors, en: 'Change the draft of a licence type', zh: '修改证照类型草稿', answers: LicenceTypeView },
    ...{ as: 'catalogue-editor', at: { typeCode: '1165000099X8000222901', 'If-Match': '"1"' }, sends: changedType },
  })
  async changeLicenceType(
    @By() by: Actor,
    @TypeCode() typeCode: string,
    @IfMatch() version: number,
    @Body() input: ChangeLicenceTypeInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LicenceTypeView> {
    return withEtag(reply, this.view(by, await this.service.change(by, typeCode, version, input)));
  }

  @Post(':typeCode/publication')
  @Door({
    ...{ to: editors, en: 'Publish the draft as the next version', zh: '发布证照类型', answers: LicenceTypeView },
    ...{ as: 'catalogue-editor', at: { typeCode: '1165000099X8000222902' } },
  })
  async publishLicenceType(@By() by: Actor, @TypeCode() typeCode: string): Promise<LicenceTypeView> {
    return this.view(by, await this.service.publish(by, typeCode));
  }

  @Get(':typeCode/versions/:number')
  @Door({
    ...{ to: open, en: 'Read a published version of a licence type', zh: '证照类型版本详情', answers: LicenceTypeVersionView },
    at: { typeCode: DISPATCH, number: '1' },
  })
  async readLicenceTypeVersion(
    @TypeCode() typeCode: string,
    @PathCode('number', /^[1-9]\d{0,5}$/, 6) number: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LicenceTypeVersionView | undefined> {
    const version = await this.types.version(typeCode, Number(number));
    if (!version) throw refuse('not-found');
    return withDigest(reply, LicenceTypeVersionView.of(version));
  }

  private view(by: Actor, type: LicenceType): LicenceTypeView {
    const content = type.inForce && !typeEditors.test(type, by) ? type.inForce : type.draft;
    return LicenceTypeView.of(type, content, this.types.actsFor(by, type));
  }
}
