import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { open } from '../../../kernel/authz/permissions';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { demoId } from '../../../kernel/persistence/uuid';
import { directoryPermissions } from '../directory.permissions';
import type { Arrangement } from './arrangement.entity';
import { ArrangementQuery, RevokeArrangementInput } from './arrangement.inputs';
import { ArrangementService } from './arrangement.service';
import { Arrangements } from './arrangement.store';
import { ArrangementPage, ArrangementView } from './arrangement.views';

@ApiTags('directory')
@Controller('v1/downward-arrangements')
export class ArrangementController {
  constructor(
    private readonly service: ArrangementService,
    private readonly arrangements: Arrangements,
  ) {}

  @Get()
  @Door({
    ...{ to: open, en: 'List what came down to townships and villages', zh: '下放事项安排列表', answers: ArrangementPage },
    at: { receiverId: demoId('organization', 'township-government') },
  })
  async listArrangements(@By() by: Actor, @Query() query: ArrangementQuery): Promise<Page<ArrangementView>> {
    const { items, nextCursor } = await this.arrangements.list(query);
    return { items: items.map((arrangement) => this.view(by, arrangement)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: open, en: 'Read a downward arrangement', zh: '下放事项安排', answers: ArrangementView },
    at: { id: demoId('arrangement', 'township-acceptance') },
  })
  async readArrangement(@By() by: Actor, @PathId() id: string): Promise<ArrangementView> {
    return this.view(by, await this.arrangements.see(by, id));
  }

  @Post(':id/revocation')
  @Door({
    to: directoryPermissions['arrangement.grant'],
    ...{ en: 'Revoke a downward arrangement', zh: '收回下放', answers: ArrangementView },
    ...{ as: 'county-head', at: { id: demoId('arrangement', 'to-revoke') }, sends: { reason: '承接能力不足' } },
  })
  async revokeArrangement(
    @By() by: Actor,
    @PathId() id: string,
    @Body() input: RevokeArrangementInput,
  ): Promise<ArrangementView> {
    return this.view(by, await this.service.revoke(by, id, input));
  }

  private view(by: Actor, arrangement: Arrangement): ArrangementView {
    return ArrangementView.of(arrangement, this.arrangements.actsFor(by, arrangement));
  }
}
