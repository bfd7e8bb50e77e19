import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { Staff } from './staff.entity';
import type { StaffQuery } from './staff.inputs';
import { type StaffAct, staffLifecycle } from './staff.lifecycle';
import { staffPolicy } from './staff.policy';

@Injectable()
export class StaffStore extends Store<Staff, StaffAct> {
  constructor() {
    super({ entity: Staff, policy: staffPolicy, lifecycle: staffLifecycle });
  }

  /** Those the actor may see, in the order they were registered. */
  async list(by: Actor, query: StaffQuery): Promise<Page<Staff>> {
    const limit = limitOf(query);
    const [after = null] = readCursor(query, 1) ?? [];
    const values: unknown[] = [after, query.organization ?? null, limit + 1];
    const seen = staffPolicy.see.where(by, (value) => `$${values.push(value)}`);
    const where = `($1::uuid is null or t.id > $1::uuid) and ($2::uuid is null or t.organization_id = $2::uuid) and ${seen}`;
    return pageFrom(await this.find(where, values, 'order by t.id limit $3'), limit, ({ id }) => [id]);
  }

  async worksAt(id: string, organizationId: string): Promise<boolean> {
    const [found] = await this.find(`t.id = $1 and t.organization_id = $2 and t.state = 'active'`, [id, organizationId]);
    return found !== undefined;
  }

  async workplaceOf(id: string): Promise<string | undefined> {
    const [found] = await this.find(`t.id = $1 and t.state = 'active'`, [id]);
    return found?.organizationId ?? undefined;
  }

  async holding(role: string, units: string[]): Promise<string[]> {
    return [...new Set((await this.holdingByUnit(role, units)).map(({ id }) => id))];
  }

  holdingByUnit(role: string, units: string[]): Promise<{ unit: string; id: string }[]> {
    return this.db.query(
      `select g ->> 'unit' as unit, t.id from ${this.table()} t, jsonb_array_elements(t.grants) g where t.state = 'active'
       and g ->> 'role' = $1 and g ->> 'unit' = any($2::text[]) order by t.id`,
      [role, units],
    );
  }

  async holdingArea(role: string, area: string): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `select t.id from ${this.table()} t where t.state = 'active' and t.grants @> $1::jsonb order by t.id`,
      [JSON.stringify([{ role, area }])],
    );
    return rows.map(({ id }) => id);
  }

  async areasHeld(role: string, areas: string[]): Promise<string[]> {
    const rows = await this.db.query<{ area: string }>(
      `select a.area from unnest($2::text[]) a(area) where exists (select from ${this.table()} t where t.state = 'active'
       and t.grants @> jsonb_build_array(jsonb_build_object('role', $1::text, 'area', a.area)))`,
      [role, areas],
    );
    return rows.map(({ area }) => area);
  }
}
