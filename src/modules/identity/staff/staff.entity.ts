import { Entity } from 'typeorm';
import type { Grant } from '../../../kernel/authz/actor';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Json, Ref, WordList, Words } from '../../../kernel/persistence/columns';
import { StaffChanged } from '../identity.events';
import { staffLifecycle, type StaffState } from './staff.lifecycle';

export interface StaffFacts {
  name: string;
  organizationId?: string;
  /** Where the organization stands; empty for staff of the platform itself. */
  areaPath: string[];
  grants: Grant[];
}

/** Somebody who works here (工作人员), with roles for one organization, for an area, or everywhere. */
@Entity({ schema: 'identity', name: 'staff' })
export class Staff extends Aggregate<StaffState> {
  @Words() name: string;
  @Ref({ nullable: true }) organizationId: string | null;
  @WordList() areaPath: string[];
  @Json() grants: Grant[];

  static register({ organizationId, ...facts }: StaffFacts): Staff {
    const staff = new Staff();
    Object.assign(staff, { state: 'active', organizationId: organizationId ?? null, ...facts });
    staff.mark('register', { grants: facts.grants });
    staff.tell(StaffChanged({ staffId: staff.id }));
    return staff;
  }

  change({ organizationId, ...facts }: StaffFacts): void {
    this.move(staffLifecycle, 'change', { before: this.grants, after: facts.grants });
    Object.assign(this, { organizationId: organizationId ?? null, ...facts });
    this.tell(StaffChanged({ staffId: this.id }));
  }

  deactivate(reason: string): void {
    this.move(staffLifecycle, 'deactivate', { reason });
    this.tell(StaffChanged({ staffId: this.id }));
  }
}
