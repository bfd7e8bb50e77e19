import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { anyOf, noOne, ownInPerson, policy } from '../../../kernel/authz/policy';
import { Store } from '../../../kernel/persistence/store';
import { Authority } from './authority.entity';
import { type AuthorityAct, authorityLifecycle } from './authority.lifecycle';

export const authorityPolicy = policy<Authority, AuthorityAct>({
  see: anyOf(ownInPerson('partyId'), ownInPerson('agentId')),
  // N3: an agent gives nothing up but what is theirs (《民法典》第一百七十三条).
  may: { revoke: anyOf(ownInPerson('partyId'), ownInPerson('agentId')), lapse: noOne },
});

const IN_FORCE = `t.state = 'active' and t.valid_from <= (kernel.now() at time zone 'Asia/Shanghai')::date
  and (t.valid_to is null or t.valid_to >= (kernel.now() at time zone 'Asia/Shanghai')::date)`;

@Injectable()
export class Authorities extends Store<Authority, AuthorityAct> {
  constructor() {
    super({ entity: Authority, policy: authorityPolicy, lifecycle: authorityLifecycle });
  }

  /** Authorities in force today that this person may use. */
  usableBy(agentId: string): Promise<Authority[]> {
    return this.find(`t.agent_id = $1 and ${IN_FORCE}`, [agentId]);
  }

  /** The legal representative of today; there is one at most. */
  async representativeOf(partyId: string): Promise<Authority | undefined> {
    return (await this.find(`t.party_id = $1 and t.ground = 'legal-representative' and ${IN_FORCE}`, [partyId]))[0];
  }

  /** The authority of this agent for this party that nobody has ended, though its days may be over. */
  async unendedOf(partyId: string, agentId: string): Promise<Authority | undefined> {
    const where = `t.party_id = $1 and t.agent_id = $2 and t.ground = 'agent' and t.state = 'active'`;
    return (await this.find(where, [partyId, agentId], 'for update'))[0];
  }

  /** Given and received, in force or not, newest first; a person has few. */
  listOf(by: Actor): Promise<Authority[]> {
    const values: unknown[] = [];
    return this.find(
      authorityPolicy.see.where(by, (value) => `$${values.push(value)}`),
      values,
      'order by t.id desc limit 100',
    );
  }
}
