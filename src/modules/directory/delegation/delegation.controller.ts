import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { directoryPermissions } from '../directory.permissions';
import { Organizations } from '../organization/organization.store';
import type { Delegation } from './delegation.entity';
import { DelegationQuery, RevokeDelegationInput } from './delegation.inputs';
import { DelegationService } from './delegation.service';
import { Delegations } from './delegation.store';
import { DelegationPage, DelegationView } from './delegation.views';
import { demoId } from '../../../kernel/persistence/uuid';

const grantors = directoryPermissions['delegation.grant'];
const readers = directoryPermissions['delegation.read'];

@ApiTags('directory')
@Controller('v1/organizations/:id/delegations')
export class DelegationController {
  constructor(
    private readonly service: DelegationService,
    private readonly delegations: Delegations,
    private readonly organizations: Organizations,
  ) {}

  @Get()
  @Door({
    ...{ to: readers, en: 'List the delegations of an organization', zh: '首席事务代表授权列表', answers: DelegationPage },
    ...{ as: 'county-head', at: { id: demoId('organization', 'county-hr') } },
  })
  async listDelegations(@By() by: Actor, @PathId() id: string, @Query() query: DelegationQuery): Promise<Page<DelegationView>> {
    await this.organizations.see(by, id);
    const { items, nextCursor } = await this.delegations.list(by, id, query);
    return { items: items.map((delegation) => this.view(by, delegation)), nextCursor };
  }

  @Post(':delegationId/revocation')
  @Door({
    ...{ to: grantors, en: 'Revoke a delegation', zh: '撤回授权', answers: DelegationView },
    ...{ as: 'county-head', sends: { reason: '岗位调整' } },
    at: { id: demoId('organization', 'county-hr'), delegationId: demoId('delegation', 'to-revoke') },
  })
  async revokeDelegation(
    @By() by: Actor,
    @PathId() id: string,
    @PathId('delegationId') delegationId: string,
    @Body() input: RevokeDelegationInput,
  ): Promise<DelegationView> {
    return this.view(by, await this.service.revoke(by, id, delegationId, input));
  }

  private view(by: Actor, delegation: Delegation): DelegationView {
    return DelegationView.of(delegation, this.delegations.actsFor(by, delegation));
  }
}
