import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { shanghaiDay } from '../../../kernel/clock/day';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { Organizations } from '../organization/organization.store';
import { Delegation } from './delegation.entity';
import type { GrantDelegationInput, RevokeDelegationInput } from './delegation.inputs';
import { grantors } from './delegation.policy';
import { Delegations } from './delegation.store';

@Injectable()
export class DelegationService {
  constructor(
    private readonly tx: Tx,
    private readonly delegations: Delegations,
    private readonly organizations: Organizations,
  ) {}

  grant(by: Actor, organizationId: string, input: GrantDelegationInput): Promise<Delegation> {
    return this.tx.run(async () => {
      const organization = await this.organizations.see(by, organizationId);
      if (!grantors.test({ organizationId }, by)) throw refuseKernel('not-allowed');
      await this.organizations.mustBeActive(organizationId);
      const { allItems = false, basicCodes = [], ...facts } = input;
      const delegation = Delegation.grant(by.id, organization, { ...facts, allItems, basicCodes }, shanghaiDay(this.tx.now));
      await this.delegations.save(by, delegation);
      return delegation;
    });
  }

  revoke(by: Actor, organizationId: string, id: string, { reason }: RevokeDelegationInput): Promise<Delegation> {
    return this.tx.run(async () => {
      const delegation = await this.delegations.lookupFor(by, 'revoke', id);
      if (delegation.organizationId !== organizationId) throw refuseKernel('not-found');
      delegation.revoke(reason, this.tx.now);
      await this.delegations.save(by, delegation);
      return delegation;
    });
  }
}
