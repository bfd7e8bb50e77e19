import { Injectable } from '@nestjs/common';
import { policy, within } from '../../../kernel/authz/policy';
import { Store } from '../../../kernel/persistence/store';
import { identityPermissions } from '../identity.permissions';
import { Partner } from './partner.entity';
import { type PartnerAct, partnerLifecycle } from './partner.lifecycle';

const managers = within<Partner>(identityPermissions['partner.manage'], { unit: 'organizationId', area: 'areaPath' });
export const partnerPolicy = policy<Partner, PartnerAct>({ see: managers, may: { rotate: managers, deactivate: managers } });

@Injectable()
export class Partners extends Store<Partner, PartnerAct> {
  constructor() {
    super({ entity: Partner, policy: partnerPolicy, lifecycle: partnerLifecycle });
  }

  async byClientId(clientId: string): Promise<Partner | undefined> {
    return (await this.find(`t.client_id = $1 and t.state = 'active'`, [clientId]))[0];
  }
}
