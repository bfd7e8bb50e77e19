import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { refuse } from '../directory.errors';
import { directoryPermissions } from '../directory.permissions';
import { Divisions } from '../division/division.store';
import { Organization, type OrganizationFacts } from './organization.entity';
import type { ChangeOrganizationInput, CloseOrganizationInput, RegisterOrganizationInput } from './organization.inputs';
import { Organizations } from './organization.store';

@Injectable()
export class OrganizationService {
  constructor(
    private readonly tx: Tx,
    private readonly organizations: Organizations,
    private readonly divisions: Divisions,
  ) {}

  register(by: Actor, { uscc, ...input }: RegisterOrganizationInput): Promise<Organization> {
    return this.tx.run(async () => {
      const facts = await this.placed(input);
      this.mustCover(by, facts.areaPath);
      if (await this.organizations.byUscc(uscc)) throw refuse('uscc-taken');
      const organization = Organization.register(uscc, facts);
      await this.organizations.save(by, organization);
      return organization;
    });
  }

  change(by: Actor, id: string, version: number, input: ChangeOrganizationInput): Promise<Organization> {
    return this.tx.run(async () => {
      const organization = await this.organizations.lookupFor(by, 'change', id, version);
      organization.change(await this.placed(input));
      await this.organizations.save(by, organization);
      return organization;
    });
  }

  close(by: Actor, id: string, { reason }: CloseOrganizationInput): Promise<Organization> {
    return this.tx.run(async () => {
      const organization = await this.organizations.lookupFor(by, 'close', id);
      organization.close(reason);
      await this.organizations.save(by, organization);
      return organization;
    });
  }

  private async placed(input: ChangeOrganizationInput): Promise<OrganizationFacts> {
    const areaPath = await this.divisions.pathOf(input.divisionCode);
    if (!areaPath) throw refuse('no-such-division', { values: { code: input.divisionCode } });
    return { ...input, areaPath };
  }

  /** Somebody who edits within an area registers nothing outside it. */
  private mustCover(by: Actor, areaPath: string[]): void {
    const grants = grantsFor(by, directoryPermissions['organization.edit']);
    if (by.kind === 'platform' || grants.some(({ area }) => !area || areaPath.includes(area))) return;
    throw refuseKernel('not-allowed');
  }
}
