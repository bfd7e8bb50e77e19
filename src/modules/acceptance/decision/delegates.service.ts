import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from '../acceptance.errors';
import { casePolicy } from '../case/case.policy';
import { Cases } from '../case/case.store';

/** directory/D4: chief affairs representatives (首席事务代表), who decide in the organ's name under a live delegation. */
@Injectable()
export class Delegates {
  constructor(
    private readonly directory: DirectoryFacade,
    private readonly cases: Cases,
  ) {}

  /** Who decides about this case: the officer who asks, or the clerk whose delegation makes an officer of them for this one case. */
  async deciding(by: Actor, id: string): Promise<{ acting: Actor; delegationId?: string }> {
    if (by.kind !== 'staff' || !by.grants.some(({ role }) => role === 'clerk')) return { acting: by };
    const kase = await this.cases.see(by, id);
    if (casePolicy.may.decide.test(kase, by)) return { acting: by };
    const { organizationId: unit, basicCode } = kase;
    const delegation = await this.directory.liveDelegation(by.id, unit, basicCode, 'decision');
    if (!delegation) throw refuse('no-delegation');
    return { acting: { ...by, grants: [...by.grants, { role: 'officer', unit }] }, delegationId: delegation.id };
  }
}
