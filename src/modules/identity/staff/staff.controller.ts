import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { IfMatch, withEtag } from '../../../kernel/http/etag';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { identityPermissions } from '../identity.permissions';
import type { Staff } from './staff.entity';
import { ChangeStaffInput, DeactivateInput, RegisterStaffInput, StaffQuery } from './staff.inputs';
import { StaffService } from './staff.service';
import { StaffStore } from './staff.store';
import { StaffPage, StaffView } from './staff.views';
import { demoId } from '../../../kernel/persistence/uuid';

const managers = identityPermissions['staff.manage'];

const UNIT = demoId('organization', 'county-hr');
const EXAMPLE = {
  name: '演示工作人员',
  organizationId: UNIT,
  grants: [{ role: 'clerk', unit: UNIT }],
} satisfies ChangeStaffInput;

@ApiTags('identity')
@Controller('v1/staff')
export class StaffController {
  constructor(
    private readonly service: StaffService,
    private readonly staff: StaffStore,
  ) {}

  @Post()
  @Door({
    ...{ to: managers, en: 'Register a member of staff', zh: '登记工作人员', answers: StaffView, status: 201 },
    ...{ as: 'service-administrator', sends: { ...EXAMPLE, signInName: 'demo-newcomer', password: 'tongban-demo' } },
  })
  async registerStaff(@By() by: Actor, @Body() input: RegisterStaffInput): Promise<StaffView> {
    return this.view(by, await this.service.register(by, input));
  }

  @Get()
  @Door({
    ...{ to: managers, en: 'List staff', zh: '工作人员列表', answers: StaffPage },
    ...{ as: 'service-administrator', at: { organization: UNIT } },
  })
  async listStaff(@By() by: Actor, @Query() query: StaffQuery): Promise<Page<StaffView>> {
    const { items, nextCursor } = await this.staff.list(by, query);
    return { items: items.map((staff) => this.view(by, staff)), nextCursor };
  }

  @Get(':id')
  @Door({
    ...{ to: managers, en: 'Read a member of staff', zh: '工作人员', answers: StaffView },
    ...{ as: 'service-administrator', at: { id: demoId('staff', 'county-clerk') } },
  })
  async readStaff(@By() by: Actor, @PathId() id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StaffView> {
    return withEtag(reply, this.view(by, await this.staff.see(by, id)));
  }

  @Put(':id')
  @Door({
    ...{ to: managers, en: 'Change a member of staff', zh: '变更工作人员', answers: StaffView },
    ...{ as: 'service-administrator', at: { id: demoId('staff', 'to-change'), 'If-Match': '"1"' }, sends: EXAMPLE },
  })
  async changeStaff(
    @By() by: Actor,
    @PathId() id: string,
    @IfMatch() version: number,
    @Body() input: ChangeStaffInput,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffView> {
    return withEtag(reply, this.view(by, await this.service.change(by, id, version, input)));
  }

  @Post(':id/deactivation')
  @Door({
    ...{ to: managers, en: 'Deactivate a member of staff', zh: '停用工作人员', answers: StaffView },
    ...{ as: 'service-administrator', at: { id: demoId('staff', 'to-deactivate') }, sends: { reason: '调离' } },
  })
  async deactivateStaff(@By() by: Actor, @PathId() id: string, @Body() input: DeactivateInput): Promise<StaffView> {
    return this.view(by, await this.service.deactivate(by, id, input));
  }

  private view(by: Actor, staff: Staff): StaffView {
    return StaffView.of(staff, this.staff.actsFor(by, staff));
  }
}
