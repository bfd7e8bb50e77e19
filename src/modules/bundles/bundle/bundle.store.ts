import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { refuse } from '../../../kernel/http/kernel.errors';
import { Store } from '../../../kernel/persistence/store';
import { isUuid } from '../../../kernel/validation/text';
import { BundleVersion } from './bundle-version.entity';
import { Bundle } from './bundle.entity';
import type { BundleQuery } from './bundle.inputs';
import { type BundleAct, bundleLifecycle } from './bundle.lifecycle';
import { bundlePolicy } from './bundle.policy';

/** Positions 20 to 31 of a member's code are the basic code. A region has some hundred bundles: they are looked through. */
export const CONTAINS = `t.state <> 'withdrawn' and exists (select from (
    select t.content -> 'members' as members
    union all select v.document::jsonb -> 'bundle' -> 'members' from bundles.bundle_version v where v.bundle_id = t.id and v.effective_to is null
  ) c, jsonb_array_elements(c.members) m where substr(m ->> 'code', 20, 12) = $1)`;

@Injectable()
export class Bundles extends Store<Bundle, BundleAct> {
  constructor() {
    super({ entity: Bundle, policy: bundlePolicy, lifecycle: bundleLifecycle });
  }

  /** Those the actor may see, newest first. */
  async list(by: Actor, query: BundleQuery): Promise<Page<Bundle>> {
    const limit = limitOf(query);
    const [before = null] = readCursor(query, 1) ?? [];
    if (before !== null && !isUuid(String(before))) throw refuse('bad-cursor');
    const values: unknown[] = [before, query.organization ?? null, query.state ?? null, limit + 1];
    const seen = bundlePolicy.see.where(by, (value) => `$${values.push(value)}`);
    const where = `($1::uuid is null or t.id < $1) and ($2::uuid is null or t.lead_organization_id = $2)
      and ($3::text is null or t.state = $3) and ${seen}`;
    return pageFrom(await this.find(where, values, 'order by t.id desc limit $4'), limit, ({ id }) => [id]);
  }

  /** Whether a bundle that is not withdrawn has this code. */
  async taken(code: string): Promise<boolean> {
    return (await this.find(`t.code = $1 and t.state <> 'withdrawn'`, [code])).length > 0;
  }

  /** catalog/C9: bundles with a member of this item, in what is worked on or in what is in force, locked. */
  withItem(basicCode: string): Promise<Bundle[]> {
    return this.find(CONTAINS, [basicCode], 'order by t.id for update');
  }

  /** The version that has no end yet. */
  async current(bundleId: string): Promise<BundleVersion | undefined> {
    const found = await this.db.one<{ row: object }>(
      `select ${this.row(BundleVersion)} as row from ${this.table(BundleVersion)} t where t.bundle_id = $1 and t.effective_to is null`,
      [bundleId],
    );
    return found && Object.assign(Object.create(BundleVersion.prototype) as BundleVersion, found.row);
  }
}
