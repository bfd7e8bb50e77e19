import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { CatalogFacade } from '../../catalog/catalog.facade';
import { GuideContent } from '../content/content.inputs';
import { implementationPermissions } from '../implementation.permissions';
import type { Implementation } from './implementation.entity';
import { ListAuditInput, DraftImplementationInput, ImplementationQuery } from './implementation.inputs';
import { ImplementationService } from './implementation.service';
import { Implementations } from './implementation.store';
import { ListCompletenessView, ImplementationLine, ImplementationPage, ImplementationView } from './implementation.views';
import { DraftChangesView } from '../guide/guide-history.views';
import { ListDesk } from './list-desk.service';
import { demoId } from '../../../kernel/persistence/uuid';
import { guideContent } from '../content/content.examples';

const editors = implementationPermissions['list.edit'];
const administrators = implementationPermissions['list.audit'];
const workers = implementationPermissions['list.work'];

/** The editors' side of implementation lists. */
@ApiTags('implementation')
@Controller('v1/implementations')
export class ImplementationController {
  constructor(
    private readonly service: ImplementationService,
    private readonly lists: Implementations,
    private readonly desk: ListDesk,
    private readonly catalog: CatalogFacade,
  ) {}

  @Post()
  @Door({
    to: editors,
    en: 'Draft an implementation list from a catalogue item',
    zh: '编制实施清单',
    answers: ImplementationView,
    status: 201,
    more: 'Its codes follow from the organization, the level and the basic code; what the catalogue lays down is inherited.',
    as: 'county-editor',
    sends: {
      ...{ organizationId: demoId('organization', 'county-hr'), basicCode: '002014105001' },
      ...{ level: '4', variantName: '高校毕业生' },
    },
  })
  async draftImplementation(@By() by: Actor, @Body() input: DraftImplementationInput): Promise<ImplementationView> {
    return this.view(by, await this.service.draft(by, input));
  }

  @Get()
  @Door({
    ...{ to: workers, en: 'List implementation lists', zh: '实施清单列表', answers: ImplementationPage },
    ...{ as: 'county-editor', at: { organization: demoId('organization', 'county-hr') } },
  })
  async listImplementations(@By() by: Actor, @Query() query: ImplementationQuery): Promise<Page<ImplementationLine>> {
    const latest = query.mustFollow === undefined ? null : await this.catalog.latestVersionIds();
    const { items, nextCursor } = await this.lists.list(by, query, latest);
    return { items: items.map((list) => ImplementationLine.of(list)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: workers, en: 'Read an implementation list', zh: '实施清单详情', answers: ImplementationView },
    ...{ as: 'county-editor', at: { id: demoId('list', 'county-hr 002014105001 1') } },
  })
  async readImplementation(
    @By() by: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImplementationView> {
    return withEtag(reply, this.view(by, await this.lists.see(by, id)));
  }

  @Get(':id/completeness')
  @Door({
    ...{ to: workers, en: 'What a list still lacks, element by element', zh: '要素完整度', answers: ListCompletenessView },
    ...{ as: 'county-editor', at: { id: demoId('list', 'to-edit') } },
  })
  async readCompleteness(@By() by: Actor, @PathId() id: string): Promise<ListCompletenessView> {
    const list = await this.lists.see(by, id);
    return ListCompletenessView.of(list.content, await this.desk.report(list));
  }

  @Get(':id/changes')
  @Door({
    ...{ to: workers, en: 'What a draft changes', zh: '草案与现行版本对比', answers: DraftChangesView },
    ...{ more: 'Against the version in force, element by element; against nothing where none is.' },
    ...{ as: 'county-editor', at: { id: demoId('list', 'to-edit') } },
  })
  async readDraftChanges(@By() by: Actor, @PathId() id: string): Promise<DraftChangesView> {
    return this.desk.changes(await this.lists.see(by, id));
  }

  @Put(':id')
  @Door({
    to: editors,
    en: 'Edit a list, or begin a revision',
    zh: '修改实施清单或开始修订',
    answers: ImplementationView,
    more: 'The whole content; elements that the catalogue lays down may be left out. The version in force stays in force until the revision is published.',
    ...{ as: 'county-editor', at: { id: demoId('list', 'to-edit'), 'If-Match': '"1"' }, sends: guideContent },
  })
  async editImplementation(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() input: GuideContent,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImplementationView> {
    return withEtag(reply, this.view(by, await this.service.edit(by, id, version, input)));
  }

  @Post(':id/submission')
  @Door({
    ...{ to: editors, en: 'Submit a list for audit', zh: '申请审核发布', answers: ImplementationView },
    ...{ as: 'county-editor', at: { id: demoId('list', 'to-submit') } },
  })
  async submitImplementation(@By() by: Actor, @PathId() id: string): Promise<ImplementationView> {
    return this.view(by, await this.service.submit(by, id));
  }

  @Post(':id/audit')
  @Door({
    ...{ to: administrators, en: 'Audit a list, with reasons', zh: '审核实施清单', answers: ImplementationView },
    ...{ as: 'service-administrator', at: { id: demoId('list', 'to-audit') } },
    sends: { outcome: 'approved', reasons: '要素完整，与基本目录一致。' },
  })
  async auditImplementation(@By() by: Actor, @PathId() id: string, @Body() input: ListAuditInput): Promise<ImplementationView> {
    return this.view(by, await this.service.audit(by, id, input));
  }

  private view(by: Actor, list: Implementation): ImplementationView {
    return ImplementationView.seen(list, this.lists.actsFor(by, list));
  }
}
