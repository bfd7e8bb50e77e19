import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { within } from '../../../kernel/authz/policy';
import { Config } from '../../../kernel/config/config';
import { refuse } from '../../../kernel/http/kernel.errors';
import { limitOf, type Page, pageFrom, readCursor } from '../../../kernel/http/page';
import { Db } from '../../../kernel/persistence/db';
import { isInstant, isUuid } from '../../../kernel/validation/text';
import { acceptancePermissions as may } from '../acceptance.permissions';
import type { UnplacedQuery } from './partner-cases.inputs';
import type { CaseRecordView, UnplacedRecordView } from './partner-cases.views';

interface Place {
  organizationId: string;
  areaPath: string[];
}
const watching = within<Place>(may['partner-case.watch'], { unit: 'organizationId', area: 'areaPath' });

const OVERDUE = (days: string) => `(t.state = 'parked' and t.received_at < kernel.now() - make_interval(days => ${days}::int))`;
const line = (
  days: string,
) => `jsonb_strip_nulls(jsonb_build_object('id', t.id, 'table', t.kind, 'key', t.key, 'receivedAt', t.received_at,
  'state', t.state, 'caseNumber', t.case_number, 'organizationId', t.organization_id, 'overdue', ${OVERDUE(days)}, 'refusal', t.refusal))`;

// In the order of business; a material stands beside the acceptance.
const OF_CASE = `
  select jsonb_strip_nulls(jsonb_build_object('id', t.id, 'table', t.kind, 'key', t.key, 'receivedAt', t.received_at, 'at', t.happened_at,
    'until', t.until_at, 'sequence', t.sequence, 'nationalCode', t.national_code, 'name', t.step, 'stopsClock', t.stops_clock,
    'extensionDays', t.extension_days)) as line, t.sealed
  from acceptance.partner_record t where t.case_id = $1 order by t.happened_at nulls first, t.sequence nulls first, t.id`;

/** Records that other systems have sent, for readers. */
@Injectable()
export class RecordReadings {
  constructor(
    private readonly db: Db,
    private readonly config: Config,
  ) {}

  ofCase(caseId: string): Promise<{ line: CaseRecordView; sealed: string }[]> {
    return this.db.query(OF_CASE, [caseId]);
  }

  /** Those that found no place, oldest first. */
  async unplaced(by: Actor, query: UnplacedQuery): Promise<Page<UnplacedRecordView>> {
    const limit = limitOf(query);
    const values: unknown[] = [limit + 1];
    const bind = (value: unknown) => `$${values.push(value)}`;
    const days = bind(this.config.settings.PARKED_RECORD_DAYS);
    const where = [`t.state <> 'placed'`, watching.where(by, bind)];
    if (query.state) where.push(`t.state = ${bind(query.state)}::text`);
    if (query.overdue !== undefined) where.push(`${OVERDUE(days)} = ${bind(query.overdue)}::boolean`);
    const after = readCursor(query, 2)?.map(String);
    if (after && !(isInstant(after[0]!) && isUuid(after[1]!))) throw refuse('bad-cursor');
    if (after) where.push(`(t.received_at, t.id) > (${bind(after[0])}::timestamptz, ${bind(after[1])}::uuid)`);
    const rows = await this.db.query<{ line: UnplacedRecordView }>(
      `select ${line(days)} as line from acceptance.partner_record t where ${where.join(' and ')} order by t.received_at, t.id limit $1`,
      values,
    );
    return pageFrom(
      rows.map((row) => row.line),
      limit,
      ({ receivedAt, id }) => [receivedAt, id],
    );
  }
}
