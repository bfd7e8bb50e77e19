import { Injectable } from '@nestjs/common';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { refuse } from '../directory.errors';
import { Organization } from './organization.entity';
import type { OrganizationQuery } from './organization.inputs';
import { type OrganizationAct, organizationLifecycle } from './organization.lifecycle';
import { organizationPolicy } from './organization.policy';

@Injectable()
export class Organizations extends Store<Organization, OrganizationAct> {
  constructor() {
    super({ entity: Organization, policy: organizationPolicy, lifecycle: organizationLifecycle });
  }

  /** By code, ascending. */
  async list(query: OrganizationQuery): Promise<Page<Organization>> {
    const limit = limitOf(query);
    const [after = ''] = readCursor(query, 1) ?? [];
    const where = `t.uscc > $1 and ($2::text is null or $2 = any(t.area_path)) and ($3::text is null or t.uscc = $3)`;
    const rows = await this.find(
      where,
      [after, query.division ?? null, query.uscc ?? null, limit + 1],
      'order by t.uscc limit $4',
    );
    return pageFrom(rows, limit, ({ uscc }) => [uscc]);
  }

  /** Whether one stands above the other. Organizations change their superiors one after another, so that no circle closes behind one. */
  async standsAbove(id: string, other: string): Promise<boolean> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('directory.superior'))`);
    const sql = `with recursive up (id) as (
        select $2::uuid union select o.superior_id from up join ${this.table()} o on o.id = up.id where o.superior_id is not null)
      select true as above from up where id = $1`;
    return (await this.db.one(sql, [id, other])) !== undefined;
  }

  async byUscc(uscc: string): Promise<Organization | undefined> {
    return (await this.find('t.uscc = $1', [uscc]))[0];
  }

  byUsccs(usccs: string[]): Promise<Organization[]> {
    return this.find('t.uscc = any($1::text[])', [usccs]);
  }

  byIds(ids: string[]): Promise<Organization[]> {
    return this.find('t.id = any($1::uuid[])', [ids]);
  }

  /** Bodies that a record is about to name: active until the transaction ends, or refused. Absent ones are none. */
  async mustBeActive(...ids: (string | undefined)[]): Promise<void> {
    const named = ids.filter((id) => id !== undefined);
    if (!named.length) return;
    const found = await this.find(`t.id = any($1::uuid[]) and t.state = 'active'`, [named], 'order by t.id for share');
    const wrong = named.find((id) => !found.some((organization) => organization.id === id));
    if (wrong) throw refuse('no-such-organization', { values: { id: wrong } });
  }
}
