import { Injectable } from '@nestjs/common';
import { type Actor, inPerson } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, type PageQuery, readCursor } from '../../../kernel/http/page';
import { Store } from '../../../kernel/persistence/store';
import { isUuid } from '../../../kernel/validation/text';
import { refuse } from '../licences.errors';
import type { LicenceCard } from '../licences.facade';
import { IssuedCredential } from './issued-credential.entity';
import { LegalAct } from './legal-act.entity';
import { Licence } from './licence.entity';
import { type LicenceAct, licenceLifecycle, type LicenceState } from './licence.lifecycle';
import { licencePolicy } from './licence.policy';

const HELD = `
  select id, identifier, number, type_code as "typeCode", type_name as "typeName", holder_id as "holderId", state,
    valid_from as "validFrom", valid_until as "validUntil"
  from licences.licence, (select (kernel.now() at time zone 'Asia/Shanghai')::date as today) day
  where holder_id = $1 and type_code = $2 and state = 'valid' and valid_from <= today and (valid_until is null or valid_until >= today)
  order by valid_from desc, id desc limit 1`;

export interface LicenceQuery extends PageQuery {
  typeCode?: string;
  state?: string;
}

@Injectable()
export class Licences extends Store<Licence, LicenceAct> {
  constructor() {
    const below = { credentials: { entity: IssuedCredential, column: 'licence_id', order: 'number' } };
    super({ entity: Licence, policy: licencePolicy, lifecycle: licenceLifecycle, below });
  }

  /** licences/L2: the constraint has the last word on one valid licence per type and holder. */
  override async save(by: Actor, ...licences: Licence[]): Promise<void> {
    try {
      await super.save(by, ...licences);
    } catch (error) {
      throw (error as { constraint?: string }).constraint === 'one_valid_licence' ? refuse('already-held') : error;
    }
  }

  async heldBy(holderId: string, typeCode: string): Promise<LicenceCard | undefined> {
    const held = await this.db.one<LicenceCard & { state: LicenceState; validUntil: string | null }>(HELD, [holderId, typeCode]);
    if (!held) return undefined;
    const { validUntil, ...card } = held;
    return { ...card, ...(validUntil && { validUntil }) };
  }

  /** What this actor may see, newest first. */
  list(by: Actor, query: LicenceQuery): Promise<Page<Licence>> {
    const values: unknown[] = [];
    return this.page(query, values, this.of.policy.see.where(by, bindTo(values)));
  }

  /** One's own and those of the legal persons one represents, newest first. */
  ownedBy(by: Actor, query: LicenceQuery): Promise<Page<Licence>> {
    const values: unknown[] = [];
    return this.page(query, values, `t.holder_id = any(${bindTo(values)(inPerson(by))}::uuid[])`);
  }

  async legalActs(licenceId: string): Promise<LegalAct[]> {
    const rows = await this.db.query<{ row: LegalAct }>(
      `select ${this.row(LegalAct)} as row from ${this.table(LegalAct)} t where t.licence_id = $1 order by t.seq`,
      [licenceId],
    );
    return rows.map(({ row }) => row);
  }

  private async page({ typeCode, state, ...query }: LicenceQuery, values: unknown[], visible: string): Promise<Page<Licence>> {
    const limit = limitOf(query);
    const [after] = readCursor(query, 1) ?? [];
    const bind = bindTo(values);
    const parts = [visible];
    if (after !== undefined && !isUuid(String(after))) throw refuseKernel('bad-cursor');
    if (after !== undefined) parts.push(`t.id < ${bind(after)}`);
    if (typeCode !== undefined) parts.push(`t.type_code = ${bind(typeCode)}`);
    if (state !== undefined) parts.push(`t.state = ${bind(state)}`);
    const rows = await this.find(parts.join(' and '), values, `order by t.id desc limit ${bind(limit + 1)}`);
    return pageFrom(rows, limit, ({ id }) => [id]);
  }
}

const bindTo = (values: unknown[]) => (value: unknown) => `$${values.push(value)}`;
