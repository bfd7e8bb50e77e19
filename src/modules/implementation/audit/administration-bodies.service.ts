import { Injectable } from '@nestjs/common';
import { IdentityFacade } from '../../identity/identity.facade';
import { implementationPermissions } from '../implementation.permissions';

const [ADMINISTRATOR] = implementationPermissions['list.audit'].roles as [string];

/**
 * implementation/I8: 同级政务服务管理机构: that of the organ's own division, or of the nearest division upwards that has one: a
 * township or village usually has none, and its county's body audits. A division has one where somebody active holds the role for it.
 */
@Injectable()
export class AdministrationBodies {
  constructor(private readonly identity: IdentityFacade) {}

  /** The division whose body it is; the uppermost where none has one yet. `areaPath`: nearest first. */
  async nearest(areaPath: readonly string[]): Promise<string> {
    return (await this.first(areaPath)) ?? areaPath.at(-1)!;
  }

  /** The next body above a division of the path. */
  above(areaPath: readonly string[], division: string): Promise<string | undefined> {
    return this.first(areaPath.slice(areaPath.indexOf(division) + 1));
  }

  /** Of these divisions those that have a body. */
  async among(divisions: readonly string[]): Promise<Set<string>> {
    return new Set(await this.identity.areasHeld(ADMINISTRATOR, [...divisions]));
  }

  /** Who is to be told. */
  staff(division: string): Promise<string[]> {
    return this.identity.staffOfArea(ADMINISTRATOR, division);
  }

  private async first(divisions: readonly string[]): Promise<string | undefined> {
    const held = await this.among(divisions);
    return divisions.find((division) => held.has(division));
  }
}
