import { Injectable } from '@nestjs/common';
import { Divisions } from './division/division.store';
import type { Organization } from './organization/organization.entity';
import { Organizations } from './organization/organization.store';

/** An organization as other modules know it. */
export type OrganizationCard = Pick<Organization, 'id' | 'uscc' | 'name' | 'divisionCode' | 'areaPath' | 'state'>;

/** The directory for the floors above: places and bodies, never persons. */
@Injectable()
export class DirectoryFacade {
  constructor(
    private readonly divisions: Divisions,
    private readonly organizations: Organizations,
  ) {}

  /** Loads the divisions that come with the platform; a second run changes nothing. */
  loadDivisions(): Promise<void> {
    return this.divisions.load();
  }

  /** The division and everything above it, nearest first; null when there is none. */
  divisionPath(code: string): Promise<string[] | null> {
    return this.divisions.pathOf(code);
  }

  organizationByUscc(uscc: string): Promise<OrganizationCard | undefined> {
    return this.organizations.byUscc(uscc);
  }

  organizationsById(ids: string[]): Promise<OrganizationCard[]> {
    return this.organizations.byIds(ids);
  }
}
