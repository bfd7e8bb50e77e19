import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../directory.errors';
import { DivisionService } from '../division/division.service';
import { Organization, type OrganizationFacts } from './organization.entity';
import type { ChangeOrganizationInput, CloseOrganizationInput, RegisterOrganizationInput } from './organization.inputs';
import { Halls } from '../place/halls.service';
import { organizationEditors } from './organization.policy';
import { Organizations } from './organization.store';

@Injectable()
export class OrganizationService {
  constructor(
    private readonly tx: Tx,
    private readonly organizations: Organizations,
    private readonly divisions: DivisionService,
    private readonly halls: Halls,
  ) {}

  register(by: Actor, { uscc, ...input }: RegisterOrganizationInput): Promise<Organization> {
    return this.tx.run(async () => {
      const organization = Organization.register(uscc, await this.placed(by, input));
      if (await this.organizations.byUscc(uscc)) throw refuse('uscc-taken');
      await this.organizations.save(by, organization);
      return organization;
    });
  }

  change(by: Actor, id: string, version: number, input: ChangeOrganizationInput): Promise<Organization> {
    return this.tx.run(async () => {
      const organization = await this.organizations.lookupFor(by, 'change', id, version);
      if (input.superiorId && (await this.organizations.standsAbove(id, input.superiorId))) throw refuse('superior-loop');
      organization.change(await this.placed(by, input));
      await this.organizations.save(by, organization);
      return organization;
    });
  }

  close(by: Actor, id: string, { reason }: CloseOrganizationInput): Promise<Organization> {
    return this.tx.run(async () => {
      const organization = await this.organizations.lookupFor(by, 'close', id);
      await this.halls.mustNotSupervise(id);
      organization.close(reason);
      await this.organizations.save(by, organization);
      return organization;
    });
  }

  /** Somebody who edits within an area registers nothing outside it, nor moves anything there. */
  private async placed(by: Actor, input: ChangeOrganizationInput): Promise<OrganizationFacts> {
    const { areaPath } = await this.divisions.siteIn(input.divisionCode);
    if (!organizationEditors.test({ areaPath }, by)) throw refuseKernel('not-allowed');
    await this.organizations.mustBeActive(input.superiorId);
    return { ...input, areaPath };
  }
}
