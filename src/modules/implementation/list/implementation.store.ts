import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { isUuid } from '../../../kernel/validation/text';
import { GuideVersion } from './guide-version.entity';
import { Implementation, type Standing } from './implementation.entity';
import type { ImplementationQuery } from './implementation.inputs';
import { type ImplementationAct, implementationLifecycle } from './implementation.lifecycle';
import { stepsBeyond } from '../step-approval/step-approval.rules';
import { implementationPolicy } from './implementation.policy';
import { Suspension } from './suspension.entity';

const NO_ID = '00000000-0000-0000-0000-000000000000';

const JUDGEMENTS: ImplementationAct[] = ['approve', 'return', 'review-secrecy', 'grant-approval', 'refuse-approval'];
const APPROVALS: ImplementationAct[] = ['grant-approval', 'refuse-approval'];

/** implementation/I4, implementation/I8: the administration body has been asked about it, and has not done with it. */
const ASKED = `audit_division is not null and (state in ('submitted', 'audited') or (state = 'draft' and step_approval ->> 'state' = 'asked'))`;

@Injectable()
export class Implementations extends Store<Implementation, ImplementationAct> {
  constructor() {
    super({
      ...{ entity: Implementation, policy: implementationPolicy, lifecycle: implementationLifecycle },
      below: { suspensions: { entity: Suspension, column: 'implementation_id', order: 'from_at' } },
    });
  }

  /** What this reader may see, by code; `latest` are the latest versions of the catalogue, for those that must follow it. */
  async list(by: Actor, query: ImplementationQuery, latest: string[] | null = null): Promise<Page<Implementation>> {
    const limit = limitOf(query);
    const [code, id] = readCursor(query, 2) ?? ['', NO_ID];
    if (!isUuid(String(id))) throw refuse('bad-cursor');
    const values: unknown[] = [
      code,
      id,
      query.organization ?? null,
      query.state ?? null,
      limit + 1,
      latest,
      query.mustFollow ?? null,
    ];
    const visible = implementationPolicy.see.where(by, (value) => `$${values.push(value)}`);
    // A withdrawn code may have been given again: code and id order the list.
    const where = `(t.variant_code, t.id) > ($1, $2::uuid) and ($3::uuid is null or t.organization_id = $3)
      and ($4::text is null or t.state = $4)
      and ($7::boolean is null or t.state <> 'withdrawn' and (t.item_version_id <> all($6::uuid[])) = $7) and ${visible}`;
    const rows = await this.find(where, values, 'order by t.variant_code, t.id limit $5');
    return pageFrom(rows, limit, (row) => [row.variantCode, row.id]);
  }

  /** The list of a handling variant that is not withdrawn, locked. */
  async ofVariant(variantCode: string): Promise<Implementation | undefined> {
    const where = `t.variant_code = $1 and t.state <> 'withdrawn'`;
    const found = await this.db.one<{ row: object }>(
      `select ${this.whole()} as row from ${this.table()} t where ${where} for update`,
      [variantCode],
    );
    return found && this.hydrate(found.row);
  }

  /** Of each handling variant its list, locked in one order: the one that is not withdrawn, or the last that was. */
  async ofVariants(variantCodes: string[]): Promise<Map<string, Implementation>> {
    const order = `order by t.variant_code, t.state <> 'withdrawn', t.id for update`;
    const rows = await this.db.query<{ row: object }>(
      `select ${this.whole()} as row from ${this.table()} t where t.variant_code = any($1::text[]) ${order}`,
      [variantCodes],
    );
    return new Map(rows.map(({ row }) => this.hydrate(row)).map((list) => [list.variantCode, list]));
  }

  /** catalog/C9: lists of an item that are not withdrawn, locked, the next of them by code. */
  async nextOfItem(basicCode: string, most: number): Promise<Implementation[]> {
    const rows = await this.db.query<{ row: object }>(
      `select ${this.whole()} as row from ${this.table()} t where t.basic_code = $1 and t.state <> 'withdrawn'
       order by t.variant_code, t.id limit $2 for update`,
      [basicCode, most],
    );
    return rows.map(({ row }) => this.hydrate(row));
  }

  /** catalog/C4: lists that are to take effect later under this version of their item, locked, the next of them by code. */
  async scheduledUnder(basicCode: string, itemVersionId: string, most: number): Promise<Implementation[]> {
    const rows = await this.db.query<{ row: object }>(
      `select ${this.whole()} as row from ${this.table()} t where t.basic_code = $1 and t.state <> 'withdrawn' and exists (
         select from ${this.table(GuideVersion)} v where v.implementation_id = t.id and v.effective_from > kernel.now()
         and v.effective_to is distinct from v.effective_from and v.document::jsonb ->> 'itemVersionId' = $2)
       order by t.variant_code, t.id limit $3 for update`,
      [basicCode, itemVersionId, most],
    );
    return rows.map(({ row }) => this.hydrate(row));
  }

  /** implementation/I8: divisions whose body has been asked and has not published yet. */
  async auditDivisions(): Promise<string[]> {
    const rows = await this.db.query<{ division: string }>(
      `select distinct audit_division as division from ${this.table()}
       where ${ASKED}`,
    );
    return rows.map(({ division }) => division);
  }

  /** Lists that the body of this division is asked to audit, locked, the next of them by id. */
  async underAudit(division: string, after: string, most: number): Promise<Implementation[]> {
    const rows = await this.db.query<{ row: object }>(
      `select ${this.whole()} as row from ${this.table()} t
       where t.audit_division = $1 and ${ASKED} and t.id > $2::uuid order by t.id limit $3 for update`,
      [division, after || NO_ID, most],
    );
    return rows.map(({ row }) => this.hydrate(row));
  }

  async nextVariant(code: string): Promise<number> {
    const found = await this.db.one<{ next: number }>(
      `select coalesce(max(variant_number), 0) + 1 as next from ${this.table()} where code = $1`,
      [code],
    );
    return found!.next;
  }

  async standing(id: string): Promise<Standing> {
    return (await this.standings([id])).get(id)!;
  }

  /** What stands and will stand of lists that are locked: the clock is read after any act that this one waited for. */
  async standings(ids: string[]): Promise<Map<string, Standing>> {
    const rows = await this.db.query<{ id: string; now: string; rows: object[] }>(
      `with moment as materialized (select kernel.now() as at)
       select l.id, moment.at as now, coalesce((select jsonb_agg(${this.row(GuideVersion)} order by t.number)
         from ${this.table(GuideVersion)} t where t.implementation_id = l.id
           and (t.effective_to is null or (t.effective_to > moment.at and t.effective_to > t.effective_from))), '[]') as rows
       from moment, unnest($1::uuid[]) l(id)`,
      [ids],
    );
    const dress = (row: object) => Object.assign(Object.create(GuideVersion.prototype) as GuideVersion, row);
    return new Map(rows.map(({ id, now, rows: live }) => [id, { now, live: live.map(dress) }]));
  }

  /** implementation/I8, implementation/P1: nobody is offered to audit their own draft, nor to suspend what is suspended. */
  override actsFor(by: Actor, list: Implementation): ImplementationAct[] {
    const own = list.authors.includes(by.id);
    const idle = list.suspension ? 'suspend' : 'resume';
    const asked = list.stepApproval?.state === 'asked';
    return super
      .actsFor(by, list)
      .filter((act) => act !== idle && !(own && JUDGEMENTS.includes(act)) && (asked || !APPROVALS.includes(act)))
      .filter((act) => act !== 'ask-approval' || stepsBeyond(list.content) !== undefined);
  }
}
