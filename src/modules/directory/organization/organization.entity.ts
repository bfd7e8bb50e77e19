import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Ref, WordList, Words } from '../../../kernel/persistence/columns';
import { OrganizationClosed, OrganizationRegistered } from '../directory.events';
import { refuse } from '../directory.errors';
import { organizationLifecycle, type OrganizationState } from './organization.lifecycle';

export interface OrganizationFacts {
  name: string;
  shortName?: string;
  divisionCode: string;
  /** The division and everything above it, along both relations of D1. */
  areaPath: string[];
  /** 条线 superior: the organ above in the same line of work. */
  superiorId?: string;
}

/** An organ or body of the public service (组织机构). */
@Entity({ schema: 'directory', name: 'organization' })
export class Organization extends Aggregate<OrganizationState> {
  /** Unified social credit code (统一社会信用代码). */
  @Words() readonly uscc: string;
  @Words() name: string;
  @Words({ nullable: true }) shortName: string | null;
  @Words() divisionCode: string;
  @WordList() areaPath: string[];
  @Ref({ nullable: true }) superiorId: string | null;

  static register(uscc: string, facts: OrganizationFacts): Organization {
    const organization = new Organization();
    Object.assign(organization, { uscc, state: 'active' }, withNulls(facts));
    organization.mark('register', { uscc });
    organization.tell(OrganizationRegistered({ organizationId: organization.id, divisionCode: facts.divisionCode }));
    return organization;
  }

  change(facts: OrganizationFacts): void {
    if (facts.superiorId === this.id) throw refuse('superior-loop');
    this.move(organizationLifecycle, 'change', { before: this.name, after: facts.name });
    Object.assign(this, withNulls(facts));
  }

  close(reason: string): void {
    this.move(organizationLifecycle, 'close', { reason });
    this.tell(OrganizationClosed({ organizationId: this.id }));
  }
}

const withNulls = (facts: OrganizationFacts) => ({
  ...facts,
  shortName: facts.shortName ?? null,
  superiorId: facts.superiorId ?? null,
});
