import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { catalogPermissions } from '../catalog.permissions';
import type { SplittingStandard } from './splitting-standard.entity';
import { editedStandard, newStandard } from './splitting-standard.examples';
import {
  CountersignInput,
  DiscardStandardInput,
  DraftSplittingStandardInput,
  EditSplittingStandardInput,
  OpenPilotInput,
  PilotReportInput,
  PublishStandardInput,
  SplittingStandardQuery,
} from './splitting-standard.inputs';
import { SplittingStandardService } from './splitting-standard.service';
import { SplittingStandards } from './splitting-standard.store';
import { SplittingStandardPage, SplittingStandardView } from './splitting-standard.views';

const drafters = catalogPermissions['standard.draft'];
const demo = (name: string) => ({ id: demoId('standard', name) });
const answers = { answers: SplittingStandardView };

/** How items split into handling variants, and how lists are compiled. */
@ApiTags('catalog')
@Controller('v1/catalog/splitting-standards')
export class SplittingStandardController {
  constructor(
    private readonly service: SplittingStandardService,
    private readonly standards: SplittingStandards,
  ) {}

  @Post()
  @Door({
    ...{ to: drafters, en: 'Draft a splitting standard', zh: '编制事项拆分标准', ...answers, status: 201 },
    ...{ more: 'By the regional department, with its counterparts at lower levels.', as: 'region-editor', sends: newStandard },
  })
  async draftSplittingStandard(@By() by: Actor, @Body() input: DraftSplittingStandardInput): Promise<SplittingStandardView> {
    return this.view(by, await this.service.draft(by, input));
  }

  @Get()
  @Door({
    ...{ to: open, en: 'List splitting standards', zh: '事项拆分标准', answers: SplittingStandardPage },
    more: 'Published versions; whoever works on one reads its draft too.',
  })
  async listSplittingStandards(@By() by: Actor, @Query() query: SplittingStandardQuery): Promise<Page<SplittingStandardView>> {
    const { items, nextCursor } = await this.standards.list(by, query);
    return { items: items.map((standard) => this.view(by, standard)), nextCursor };
  }

  @Get(':id')
  @Door({ ...{ to: open, en: 'Read a splitting standard', zh: '拆分标准详情', ...answers }, at: demo('published') })
  async readSplittingStandard(
    @By() by: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SplittingStandardView> {
    return withEtag(reply, this.view(by, await this.standards.see(by, id)));
  }

  @Put(':id')
  @Door({
    ...{ to: drafters, en: 'Edit a splitting standard', zh: '修改拆分标准', ...answers },
    more: 'What is edited after the pilot is piloted and signed again.',
    ...{ as: 'region-editor', at: { ...demo('to-edit'), 'If-Match': '"1"' }, sends: editedStandard },
  })
  async editSplittingStandard(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() input: EditSplittingStandardInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SplittingStandardView> {
    return withEtag(reply, this.view(by, await this.service.edit(by, id, version, input)));
  }

  @Post(':id/pilot')
  @Door({
    ...{ to: drafters, en: 'Open the pilot', zh: '启动试点', ...answers },
    ...{ as: 'region-editor', at: demo('to-pilot'), sends: { places: ['654021000000'] } },
  })
  async openStandardPilot(@By() by: Actor, @PathId() id: string, @Body() input: OpenPilotInput): Promise<SplittingStandardView> {
    return this.view(by, await this.service.openPilot(by, id, input));
  }

  @Post(':id/pilot-reports')
  @Door({
    ...{ to: catalogPermissions['standard.report'], en: 'Report what a pilot found', zh: '报告试点情况', ...answers },
    more: 'After the last place the standard goes to countersignature, or back to the drafters when a place found it unworkable.',
    ...{ as: 'service-administrator', at: demo('to-report') },
    sends: { place: '654021000000', outcome: 'workable', findings: '基层可以按此拆分办理。' },
  })
  async reportStandardPilot(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: PilotReportInput,
  ): Promise<SplittingStandardView> {
    return this.view(by, await this.service.report(by, id, input));
  }

  @Post(':id/countersignatures')
  @Door({
    ...{ to: catalogPermissions['standard.countersign'], en: 'Countersign a standard', zh: '会签拆分标准', ...answers },
    more: 'Each counterpart once; a "no" with its reasons returns the draft.',
    ...{ as: 'county-head', at: demo('to-sign') },
    sends: { organizationId: demoId('organization', 'county-hr'), answer: 'yes' },
  })
  async countersignStandard(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: CountersignInput,
  ): Promise<SplittingStandardView> {
    return this.view(by, await this.service.countersign(by, id, input));
  }

  @Post(':id/publication')
  @Door({
    ...{ to: catalogPermissions['standard.publish'], en: 'Publish a standard', zh: '发布拆分标准', ...answers },
    more: 'From its first day on, lists over the item cite it.',
    ...{ as: 'service-administrator', at: demo('to-publish'), sends: {} },
  })
  async publishStandard(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: PublishStandardInput,
  ): Promise<SplittingStandardView> {
    return this.view(by, await this.service.publish(by, id, input));
  }

  @Post(':id/discarding')
  @Door({
    ...{ to: drafters, en: 'Discard a standard that is not published', zh: '作废拆分标准', ...answers },
    ...{ as: 'region-editor', at: demo('to-discard'), sends: { reason: '演示事项合并' } },
  })
  async discardStandard(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: DiscardStandardInput,
  ): Promise<SplittingStandardView> {
    return this.view(by, await this.service.discard(by, id, input));
  }

  private view(by: Actor, standard: SplittingStandard): SplittingStandardView {
    return SplittingStandardView.of(standard, this.standards.actsFor(by, standard));
  }
}
