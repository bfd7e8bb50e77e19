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
import { directoryPermissions } from '../directory.permissions';
import type { Organization } from './organization.entity';
import {
  ChangeOrganizationInput,
  CloseOrganizationInput,
  OrganizationQuery,
  RegisterOrganizationInput,
} from './organization.inputs';
import { OrganizationService } from './organization.service';
import { Organizations } from './organization.store';
import { OrganizationPage, OrganizationView } from './organization.views';
import { demoId } from '../../../kernel/persistence/uuid';

const editors = directoryPermissions['organization.edit'];

@ApiTags('directory')
@Controller('v1/organizations')
export class OrganizationController {
  constructor(
    private readonly service: OrganizationService,
    private readonly organizations: Organizations,
  ) {}

  @Post()
  @Door({
    ...{ to: editors, en: 'Register an organization', zh: '登记机构', answers: OrganizationView, status: 201 },
    as: 'service-administrator',
    sends: { uscc: '1165402199X8009035', name: '伊宁县新设机构（演示）', divisionCode: '654021000000' },
  })
  async registerOrganization(@By() by: Actor, @Body() input: RegisterOrganizationInput): Promise<OrganizationView> {
    return this.view(by, await this.service.register(by, input));
  }

  @Get()
  @Door({
    ...{ to: open, en: 'List organizations', zh: '机构列表', answers: OrganizationPage },
    at: { division: '654021000000' },
  })
  async listOrganizations(@By() by: Actor, @Query() query: OrganizationQuery): Promise<Page<OrganizationView>> {
    const { items, nextCursor } = await this.organizations.list(query);
    return { items: items.map((organization) => this.view(by, organization)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: open, en: 'Read an organization', zh: '机构详情', answers: OrganizationView },
    at: { id: demoId('organization', 'county-hr') },
  })
  async readOrganization(
    @By() by: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    return withEtag(reply, this.view(by, await this.organizations.see(by, id)));
  }

  @Put(':id')
  @Door({
    ...{ to: editors, en: 'Change an organization', zh: '变更机构', answers: OrganizationView },
    ...{ as: 'service-administrator', at: { id: demoId('organization', 'to-change'), 'If-Match': '"1"' } },
    sends: { name: '伊宁县更名机构（演示）', shortName: '更名机构', divisionCode: '654021000000' },
  })
  async changeOrganization(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() input: ChangeOrganizationInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OrganizationView> {
    return withEtag(reply, this.view(by, await this.service.change(by, id, version, input)));
  }

  @Post(':id/closure')
  @Door({
    ...{ to: editors, en: 'Close an organization', zh: '撤销机构', answers: OrganizationView },
    ...{ as: 'service-administrator', at: { id: demoId('organization', 'to-close') }, sends: { reason: '机构改革撤销' } },
  })
  async closeOrganization(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: CloseOrganizationInput,
  ): Promise<OrganizationView> {
    return this.view(by, await this.service.close(by, id, input));
  }

  private view(by: Actor, organization: Organization): OrganizationView {
    return OrganizationView.of(organization, this.organizations.actsFor(by, organization));
  }
}
