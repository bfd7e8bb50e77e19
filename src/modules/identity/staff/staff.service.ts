import { Injectable } from '@nestjs/common';
import type { Actor, Grant } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import type { FieldError } from '../../../kernel/http/problem';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from '../identity.errors';
import { identityPermissions } from '../identity.permissions';
import { Accounts } from '../sign-in/account.store';
import { KnownActors } from '../sign-in/known-actors';
import { faultOfGrants } from './grants.rules';
import { Staff, type StaffFacts } from './staff.entity';
import type { ChangeStaffInput, DeactivateInput, RegisterStaffInput } from './staff.inputs';
import { StaffStore } from './staff.store';

@Injectable()
export class StaffService {
  constructor(
    private readonly tx: Tx,
    private readonly staff: StaffStore,
    private readonly directory: DirectoryFacade,
    private readonly accounts: Accounts,
    private readonly known: KnownActors,
  ) {}

  register(by: Actor, { signInName, password, ...input }: RegisterStaffInput): Promise<Staff> {
    return this.tx.run(async () => {
      const missing = signInName ? !password && 'password' : password && 'signInName';
      if (missing)
        throw refuse('sign-in-incomplete', { errors: [{ pointer: `/${missing}`, code: 'missing', detail: 'both or none' }] });
      const staff = Staff.register(await this.checked(by, input));
      await this.staff.save(by, staff);
      if (signInName && password) await this.accounts.open({ ownerId: staff.id, kind: 'staff', signInName, password });
      return staff;
    });
  }

  holding(role: string, units: string[]): Promise<string[]> {
    return this.staff.holding(role, units);
  }

  holdingByUnit(role: string, units: string[]): Promise<{ unit: string; id: string }[]> {
    return this.staff.holdingByUnit(role, units);
  }

  workplaceOf(id: string): Promise<string | undefined> {
    return this.staff.workplaceOf(id);
  }

  areasHeld(role: string, areas: string[]): Promise<string[]> {
    return this.staff.areasHeld(role, areas);
  }

  holdingArea(role: string, area: string): Promise<string[]> {
    return this.staff.holdingArea(role, area);
  }

  worksAt(id: string, organizationId: string): Promise<boolean> {
    return this.staff.worksAt(id, organizationId);
  }

  change(by: Actor, id: string, version: number, input: ChangeStaffInput): Promise<Staff> {
    return this.tx.run(async () => {
      const staff = await this.staff.lookupFor(by, 'change', id, version);
      staff.change(await this.checked(by, input));
      await this.staff.save(by, staff);
      this.known.forget(id);
      return staff;
    });
  }

  deactivate(by: Actor, id: string, { reason }: DeactivateInput): Promise<Staff> {
    return this.tx.run(async () => {
      const staff = await this.staff.lookupFor(by, 'deactivate', id);
      staff.deactivate(reason);
      await this.staff.save(by, staff);
      this.known.forget(id);
      return staff;
    });
  }

  /** Nobody grants what lies outside their own area, nor a role over the whole platform unless they hold one. */
  private async checked(by: Actor, input: ChangeStaffInput): Promise<StaffFacts> {
    // The software itself grants what its seeds name.
    if (by.kind !== 'platform') await this.mustBeSound(input.grants);
    const areaPath = input.organizationId ? await this.pathOf(input.organizationId) : [];
    const own = grantsFor(by, identityPermissions['staff.manage']);
    const everywhere = by.kind === 'platform' || own.some(({ area, unit }) => !area && !unit);
    if (!everywhere) {
      const areas = own.flatMap(({ area }) => area ?? []);
      const inside = async (grant: Grant) => {
        if (grant.role === 'platform-operator') return false;
        const path = grant.unit
          ? await this.pathOf(grant.unit)
          : grant.area
            ? ((await this.directory.divisionPath(grant.area)) ?? [])
            : [];
        return path.some((code) => areas.includes(code));
      };
      const all = await Promise.all(input.grants.map(inside));
      if (!areaPath.some((code) => areas.includes(code)) || all.includes(false)) throw refuse('grant-too-wide');
    }
    return { ...input, areaPath };
  }

  private async mustBeSound(grants: Grant[]): Promise<void> {
    const fault = faultOfGrants(grants) ?? (await this.faultOfPlaces(grants));
    if (fault) throw refuse('grant-unsound', { values: { reason: fault.detail }, errors: [fault] });
  }

  /** Organizations and divisions that grants name exist; nobody is registered at one that is closed. */
  private async faultOfPlaces(grants: Grant[]): Promise<FieldError | undefined> {
    const units = await this.directory.organizationsById(grants.flatMap(({ unit }) => unit ?? []));
    for (const [index, { unit, area }] of grants.entries()) {
      if (unit && !units.some(({ id, state }) => id === unit && state === 'active'))
        return { pointer: `/grants/${index}/unit`, code: 'unknown', detail: 'there is no such organization at work' };
      if (area && !(await this.directory.divisionPath(area)))
        return { pointer: `/grants/${index}/area`, code: 'unknown', detail: 'there is no such division' };
    }
    return undefined;
  }

  private async pathOf(organizationId: string): Promise<string[]> {
    const [organization] = await this.directory.organizationsById([organizationId]);
    if (organization?.state !== 'active') throw refuse('no-such-organization');
    return organization.areaPath;
  }
}
