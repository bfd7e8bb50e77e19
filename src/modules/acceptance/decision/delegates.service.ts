import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from '../acceptance.errors';
import { casePolicy } from '../case/case.policy';
import { Cases } from '../case/case.store';

/** Who decides, and by what right if not by their office. */
interface Deciding {
  acting: Actor;
  /** directory/D4 */
  delegationId?: string;
  /** directory/D5 */
  arrangementId?: string;
}

/** directory/D4: chief affairs representatives (首席事务代表), who decide in the organ's name under a live delegation. */
@Injectable()
export class Delegates {
  constructor(
    private readonly directory: DirectoryFacade,
    private readonly cases: Cases,
  ) {}

  /**
   * Who decides about this case: the officer who asks, the clerk whose delegation makes an officer of
   * them for this one case, or the officer of a place to which handling came down (directory/D5).
   */
  async deciding(by: Actor, id: string): Promise<Deciding> {
    const { acting, arrangement } = await this.cases.received(by, id);
    const right = { acting, arrangementId: arrangement?.id };
    if (acting.kind !== 'staff' || !acting.grants.some(({ role }) => role === 'clerk')) return right;
    const kase = await this.cases.see(acting, id);
    if (casePolicy.may.decide.test(kase, acting)) return right;
    if (arrangement?.decides === 'grantor') throw refuse('receiver-does-not-decide');
    const { organizationId: unit, basicCode } = kase;
    const delegation = await this.directory.liveDelegation(by.id, unit, basicCode, 'decision');
    if (!delegation) throw refuse('no-delegation');
    return { acting: { ...by, grants: [...by.grants, { role: 'officer', unit }] }, delegationId: delegation.id };
  }
}
