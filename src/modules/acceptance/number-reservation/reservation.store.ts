import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { limitOf, type Page, pageFrom, type PageQuery, readCursor } from '../../../kernel/http/page';
import { refuse } from '../../../kernel/http/kernel.errors';
import { Store } from '../../../kernel/persistence/store';
import { isUuid } from '../../../kernel/validation/text';
import { NumberReservation } from './reservation.entity';
import { reservationLifecycle } from './reservation.lifecycle';
import { reservationPolicy } from './reservation.policy';
import { partsOf } from './reservation.rules';
import type { ReservationView } from './reservation.views';

/** A number as the reservation has it that it belongs to. */
export interface Held {
  number: string;
  organizationId: string;
  expiresOn: string;
}

const HELD = `
  select n.number, t.organization_id as "organizationId", t.expires_on::text as "expiresOn"
  from unnest($1::text[], $2::text[], $3::date[], $4::text[], $5::int[]) n(number, code, day, kind, serial)
  join acceptance.number_reservation t on t.code = n.code and t.day = n.day and t.kind = n.kind
    and n.serial between t.first_serial and t.last_serial`;

const number = (serial: string) => `t.code || to_char(t.day, 'YYYYMMDD') || t.kind || lpad(t.${serial}::text, 8, '0')`;
const VIEW = `select t.id, t.code, t.organization_id as "organizationId", t.day::text as day, t.last_serial - t.first_serial + 1 as count,
    ${number('first_serial')} as first, ${number('last_serial')} as last, t.expires_on::text as "expiresOn",
    (select count(*) from acceptance."case" c where c.case_number between ${number('first_serial')} and ${number('last_serial')})::int as used
  from acceptance.number_reservation t`;

@Injectable()
export class NumberReservations extends Store<NumberReservation, never> {
  constructor() {
    super({ entity: NumberReservation, policy: reservationPolicy, lifecycle: reservationLifecycle });
  }

  /** Whose these numbers are; a number that nobody reserved is absent. */
  async held(numbers: string[]): Promise<Map<string, Held>> {
    const parts = numbers.map(partsOf);
    const column = (key: 'code' | 'day' | 'kind' | 'serial') => parts.map((part) => part[key]);
    const rows = numbers.length
      ? await this.db.query<Held>(HELD, [numbers, column('code'), column('day'), column('kind'), column('serial')])
      : [];
    return new Map(rows.map((held) => [held.number, held]));
  }

  async view(id: string): Promise<ReservationView> {
    return (await this.db.one<ReservationView>(`${VIEW} where t.id = $1`, [id]))!;
  }

  /** Newest first. */
  async list(by: Actor, query: PageQuery & { code?: string }): Promise<Page<ReservationView>> {
    const limit = limitOf(query);
    const values: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const where = [this.of.policy.see.where(by, bind)];
    const [after] = readCursor(query, 1) ?? [];
    if (after !== undefined && !isUuid(String(after))) throw refuse('bad-cursor');
    if (query.code) where.push(`t.code = ${bind(query.code)}::text`);
    if (after !== undefined) where.push(`t.id < ${bind(after)}::uuid`);
    const rows = await this.db.query<ReservationView>(`${VIEW} where ${where.join(' and ')} order by t.id desc limit $1`, values);
    return pageFrom(rows, limit, ({ id }) => [id]);
  }
}
