import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { anyOf, own, policy } from '../../../kernel/authz/policy';
import { Store } from '../../../kernel/persistence/store';
import { Authority } from './authority.entity';
import { type AuthorityAct, authorityLifecycle } from './authority.lifecycle';

export const authorityPolicy = policy<Authority, AuthorityAct>({
  see: anyOf(own('partyId'), own('agentId')),
  may: { revoke: own('partyId') },
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
