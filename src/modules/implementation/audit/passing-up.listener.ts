import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { StaffChanged } from '../../identity/identity.events';
import { Implementations } from '../list/implementation.store';
import { AdministrationBodies } from './administration-bodies.service';

const by = platform('implementation');
const AT_ONCE = 100;

/** implementation/I8: a body whose last member has left cannot audit: what it was asked goes to the nearest one above. */
@Injectable()
export class PassingUp {
  constructor(
    private readonly lists: Implementations,
    private readonly bodies: AdministrationBodies,
  ) {}

  @On(StaffChanged, 'implementation.pass-audits-up')
  async staffChanged(_: FactOf<typeof StaffChanged>): Promise<void> {
    const asked = await this.lists.auditDivisions();
    const held = await this.bodies.among(asked);
    for (const division of asked) if (!held.has(division)) await this.passUp(division);
  }

  private async passUp(division: string): Promise<void> {
    for (let after = ''; ;) {
      const lists = await this.lists.underAudit(division, after, AT_ONCE);
      if (!lists.length) return;
      const above = await this.bodies.above(lists[0]!.areaPath, division);
      if (!above) return;
      for (const list of lists) list.passUp(above);
      await this.lists.save(by, ...lists);
      after = lists.at(-1)!.id;
    }
  }
}
