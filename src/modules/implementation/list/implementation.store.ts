import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { isUuid } from '../../../kernel/validation/text';
import { GuideVersion } from './guide-version.entity';
import { Implementation } from './implementation.entity';
import type { ImplementationQuery } from './implementation.inputs';
import { type ImplementationAct, implementationLifecycle } from './implementation.lifecycle';
import { implementationPolicy } from './implementation.policy';

const NO_ID = '00000000-0000-0000-0000-000000000000';

const JUDGEMENTS: ImplementationAct[] = ['approve', 'return', 'review-secrecy'];

@Injectable()
export class Implementations extends Store<Implementation, ImplementationAct> {
  constructor() {
    super({ entity: Implementation, policy: implementationPolicy, lifecycle: implementationLifecycle });
  }

  /** What this reader may see, by code. */
  async list(by: Actor, query: ImplementationQuery): Promise<Page<Implementation>> {
    const limit = limitOf(query);
    const [code, id] = readCursor(query, 2) ?? ['', NO_ID];
    if (!isUuid(String(id))) throw refuse('bad-cursor');
    const values: unknown[] = [code, id, query.organization ?? null, query.state ?? null, limit + 1];
    const visible = implementationPolicy.see.where(by, (value) => `$${values.push(value)}`);
    // A withdrawn code may have been given again: code and id order the list.
    const where = `(t.variant_code, t.id) > ($1, $2::uuid) and ($3::uuid is null or t.organization_id = $3)
      and ($4::text is null or t.state = $4) and ${visible}`;
    const rows = await this.find(where, values, 'order by t.variant_code, t.id limit $5');
    return pageFrom(rows, limit, (row) => [row.variantCode, row.id]);
  }

  /** The list of a handling variant that is not withdrawn, locked. */
  async ofVariant(variantCode: string): Promise<Implementation | undefined> {
    return (await this.find(`t.variant_code = $1 and t.state <> 'withdrawn'`, [variantCode], 'for update'))[0];
  }

  /** Of each handling variant its list, locked in one order: the one that is not withdrawn, or the last that was. */
  async ofVariants(variantCodes: string[]): Promise<Map<string, Implementation>> {
    const order = `order by t.variant_code, t.state <> 'withdrawn', t.id for update`;
    const found = await this.find('t.variant_code = any($1::text[])', [variantCodes], order);
    return new Map(found.map((list) => [list.variantCode, list]));
  }

  /** Of each list the version that has no end yet. */
  async currents(ids: string[]): Promise<Map<string, GuideVersion>> {
    const rows = await this.db.query<{ row: GuideVersion }>(
      `select ${this.row(GuideVersion)} as row from ${this.table(GuideVersion)} t where t.implementation_id = any($1::uuid[]) and t.effective_to is null`,
      [ids],
    );
    const dressed = rows.map(({ row }) => Object.assign(Object.create(GuideVersion.prototype) as GuideVersion, row));
    return new Map(dressed.map((version) => [version.implementationId, version]));
  }

  async nextVariant(code: string): Promise<number> {
    const found = await this.db.one<{ next: number }>(
      `select coalesce(max(variant_number), 0) + 1 as next from ${this.table()} where code = $1`,
      [code],
    );
    return found!.next;
  }

  /** The version that has no end yet. */
  async current(implementationId: string): Promise<GuideVersion | undefined> {
    const found = await this.db.one<{ row: object }>(
      `select ${this.row(GuideVersion)} as row from ${this.table(GuideVersion)} t where t.implementation_id = $1 and t.effective_to is null`,
      [implementationId],
    );
    return found && Object.assign(Object.create(GuideVersion.prototype) as GuideVersion, found.row);
  }

  /** implementation/I8, implementation/P1: nobody is offered to audit their own draft. */
  override actsFor(by: Actor, list: Implementation): ImplementationAct[] {
    const own = list.authors.includes(by.id);
    return super.actsFor(by, list).filter((act) => !(own && JUDGEMENTS.includes(act)));
  }
}
