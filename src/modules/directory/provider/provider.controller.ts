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
import { directoryPermissions } from '../directory.permissions';
import type { Provider } from './provider.entity';
import { ChangeProviderInput, CloseProviderInput, ProviderQuery, RegisterProviderInput } from './provider.inputs';
import { ProviderService } from './provider.service';
import { Providers } from './provider.store';
import { ProviderPage, ProviderView } from './provider.views';

const editors = directoryPermissions['provider.edit'];

const EXAMPLE = {
  name: '伊宁县供水服务单位（演示）',
  supervisorId: demoId('organization', 'county-housing'),
  phone: '0999-0000000',
  complaint: { phone: '0999-0000001', organizationId: demoId('organization', 'county-housing') },
} satisfies ChangeProviderInput;

@ApiTags('directory')
@Controller('v1/providers')
export class ProviderController {
  constructor(
    private readonly service: ProviderService,
    private readonly providers: Providers,
  ) {}

  @Post()
  @Door({
    ...{ to: editors, en: 'Register a provider that is no organ', zh: '登记非政府服务单位', answers: ProviderView, status: 201 },
    more: 'Water, power, gas, notaries, legal aid and the like, each with a complaint route of its own (directory/D7).',
    ...{ as: 'service-administrator', sends: { kind: 'water', divisionCode: '654021000000', ...EXAMPLE } },
  })
  async registerProvider(@By() by: Actor, @Body() input: RegisterProviderInput): Promise<ProviderView> {
    return this.view(by, await this.service.register(by, input));
  }

  @Get()
  @Door({
    ...{ to: open, en: 'List providers that are no organs', zh: '非政府服务单位列表', answers: ProviderPage },
    at: { division: '654021000000' },
  })
  async listProviders(@By() by: Actor, @Query() query: ProviderQuery): Promise<Page<ProviderView>> {
    const { items, nextCursor } = await this.providers.list(query);
    return { items: items.map((provider) => this.view(by, provider)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: open, en: 'Read a provider', zh: '非政府服务单位详情', answers: ProviderView },
    at: { id: demoId('provider', 'water') },
  })
  async readProvider(
    @By() by: Actor,
    @PathId() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderView> {
    return withEtag(reply, this.view(by, await this.providers.see(by, id)));
  }

  @Put(':id')
  @Door({
    ...{ to: editors, en: 'Change a provider', zh: '变更非政府服务单位', answers: ProviderView },
    ...{ as: 'service-administrator', at: { id: demoId('provider', 'to-change'), 'If-Match': '"1"' }, sends: EXAMPLE },
  })
  async changeProvider(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() input: ChangeProviderInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderView> {
    return withEtag(reply, this.view(by, await this.service.change(by, id, version, input)));
  }

  @Post(':id/closure')
  @Door({
    ...{ to: editors, en: 'Close a provider', zh: '注销非政府服务单位', answers: ProviderView },
    ...{ as: 'service-administrator', at: { id: demoId('provider', 'to-close') }, sends: { reason: '停止经营' } },
  })
  async closeProvider(@By() by: Actor, @PathId() id: string, @Body() input: CloseProviderInput): Promise<ProviderView> {
    return this.view(by, await this.service.close(by, id, input));
  }

  private view(by: Actor, provider: Provider): ProviderView {
    return ProviderView.of(provider, this.providers.actsFor(by, provider));
  }
}
