import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import type { DelegatedStep } from './delegated-steps.rules';
import { Delegation } from './delegation.entity';
import type { DelegationQuery } from './delegation.inputs';
import { type DelegationAct, delegationLifecycle } from './delegation.lifecycle';
import { delegationPolicy } from './delegation.policy';

const TODAY = `(kernel.now() at time zone 'Asia/Shanghai')::date`;
const liveOn = (day: string) => `t.state = 'granted' and ${day} between t.from_on and t.to_on
  and exists (select from directory.organization o where o.id = t.organization_id and o.state = 'active')`;
const LIVE = liveOn(TODAY);

export interface DelegatedItem {
  organizationId: string;
  /** Null: all items of the organ. */
  basicCode: string | null;
}

@Injectable()
export class Delegations extends Store<Delegation, DelegationAct> {
  constructor() {
    super({ entity: Delegation, policy: delegationPolicy, lifecycle: delegationLifecycle });
  }

  /** Newest first. */
  async list(by: Actor, organizationId: string, query: DelegationQuery): Promise<Page<Delegation>> {
    const limit = limitOf(query);
    const [before = null] = readCursor(query, 1) ?? [];
    const values: unknown[] = [organizationId, before, query.staffId ?? null, query.live ?? null, limit + 1];
    const seen = this.of.policy.see.where(by, (value) => `$${values.push(value)}`);
    const rows = await this.find(
      `t.organization_id = $1 and ($2::uuid is null or t.id < $2) and ($3::uuid is null or t.staff_id = $3)
        and ($4::boolean is null or (${LIVE}) = $4) and ${seen}`,
      values,
      'order by t.id desc limit $5',
    );
    return pageFrom(rows, limit, ({ id }) => [id]);
  }

  /** Items of organs in a division that somebody may decide on the day of an instant, all of an organ where no code is told. */
  itemsToDecide(division: string, at: string): Promise<DelegatedItem[]> {
    return this.db.query<DelegatedItem>(
      `select distinct t.organization_id as "organizationId", c.code as "basicCode" from ${this.table()} t
       cross join unnest(case when t.all_items then array[null::text] else t.basic_codes end) c (code)
       where t.area_path @> array[$1] and 'decision' = any(t.steps) and ${liveOn(`($2::timestamptz at time zone 'Asia/Shanghai')::date`)}`,
      [division, at],
    );
  }

  /** A delegation by which this person may take this step of this item in the organ's name today. */
  async live(staffId: string, organizationId: string, basicCode: string, step: DelegatedStep): Promise<Delegation | undefined> {
    const where = `t.staff_id = $1 and t.organization_id = $2 and (t.all_items or $3 = any(t.basic_codes)) and $4 = any(t.steps) and ${LIVE}`;
    return (await this.find(where, [staffId, organizationId, basicCode, step], 'order by t.to_on desc, t.id limit 1'))[0];
  }
}
