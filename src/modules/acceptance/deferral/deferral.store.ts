import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Store } from '../../../kernel/persistence/store';
import { Deferral } from './deferral.entity';
import { type DeferralAct, deferralLifecycle } from './deferral.lifecycle';
import { deferralPolicy } from './deferral.policy';

const OPEN = `t.state in ('promised', 'extended', 'overdue')`;

@Injectable()
export class Deferrals extends Store<Deferral, DeferralAct> {
  constructor() {
    super({ entity: Deferral, policy: deferralPolicy, lifecycle: deferralLifecycle });
  }

  ofCase(caseId: string): Promise<Deferral[]> {
    return this.find('t.case_id = $1', [caseId], 'order by t.promised_at, t.id');
  }

  /** Those that are still awaited, locked. */
  openOf(caseId: string): Promise<Deferral[]> {
    return this.find(`t.case_id = $1 and ${OPEN}`, [caseId], 'order by t.promised_at, t.id for update');
  }

  /** One that is still awaited, locked, because its limit has something to tell. */
  async forClock(id: string): Promise<Deferral | undefined> {
    return (await this.find(`t.id = $1 and ${OPEN}`, [id], 'for update'))[0];
  }

  /** More time is offered only where it was asked for. */
  override actsFor(by: Actor, deferral: Deferral): DeferralAct[] {
    return super.actsFor(by, deferral).filter((act) => act !== 'extend' || deferral.askedAt !== null);
  }
}
