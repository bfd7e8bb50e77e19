import { Injectable } from '@nestjs/common';
import { Store } from '../../../kernel/persistence/store';
import { hashOf } from './invitation-code.rules';
import { Invitation } from './invitation.entity';
import { type InvitationAct, invitationLifecycle } from './invitation.lifecycle';
import { invitationPolicy } from './invitation.policy';

@Injectable()
export class Invitations extends Store<Invitation, InvitationAct> {
  constructor() {
    super({ entity: Invitation, policy: invitationPolicy, lifecycle: invitationLifecycle });
  }

  /** The invitation with this code, locked where it is to be used. */
  async byCode(code: string, lock: '' | 'for update' = ''): Promise<Invitation | undefined> {
    return (await this.find('t.code_hash = $1', [hashOf(code)], lock))[0];
  }

  async madeFor(caseId: string, serviceNumber: number | null): Promise<boolean> {
    const sql = `select 1 from ${this.table()} where case_id = $1 and service_number is not distinct from $2`;
    return (await this.db.one(sql, [caseId, serviceNumber])) !== undefined;
  }
}
