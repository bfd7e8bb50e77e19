import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { Door } from '../../../kernel/http/door';
import { PathId } from '../../../kernel/http/path';
import { identityPermissions } from '../identity.permissions';
import { PartnerReasonInput, PartnerView, RegisterPartnerInput } from './partner.inputs';
import { PartnerService } from './partner.service';
import { demoId } from '../../../kernel/persistence/uuid';

const managers = identityPermissions['partner.manage'];

@ApiTags('identity')
@Controller('v1/partners')
export class PartnerController {
  constructor(private readonly partners: PartnerService) {}

  @Post()
  @Door({
    to: managers,
    en: 'Register a partner system',
    zh: '登记接入系统',
    more: 'The secret is shown once.',
    answers: PartnerView,
    status: 201,
    as: 'service-administrator',
    sends: { name: '县民政局业务系统（演示）', organizationId: demoId('organization', 'county-civil') },
  })
  registerPartner(@By() by: Actor, @Body() input: RegisterPartnerInput): Promise<PartnerView> {
    return this.partners.register(by, input);
  }

  @Post(':id/secret')
  @Door({
    ...{ to: managers, en: 'Give a partner system a new secret', zh: '更换接入系统密钥', answers: PartnerView, status: 201 },
    ...{ as: 'service-administrator', at: { id: demoId('partner', 'to-rotate') } },
  })
  rotatePartnerSecret(@By() by: Actor, @PathId() id: string): Promise<PartnerView> {
    return this.partners.rotate(by, id);
  }

  @Post(':id/deactivation')
  @Door({
    ...{ to: managers, en: 'Deactivate a partner system', zh: '停用接入系统', answers: PartnerView },
    ...{ as: 'service-administrator', at: { id: demoId('partner', 'to-deactivate') }, sends: { reason: '系统下线' } },
  })
  deactivatePartner(@By() by: Actor, @PathId() id: string, @Body() input: PartnerReasonInput): Promise<PartnerView> {
    return this.partners.deactivate(by, id, input);
  }
}
