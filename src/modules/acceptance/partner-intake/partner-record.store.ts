import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';
import type { KeptRecord } from './case-file';

/** A record that was sent before. */
export interface Known {
  key: string;
  digest: string;
  caseNumber: string;
  caseId: string | null;
}

export interface NewRow extends Omit<KeptRecord, 'fresh'> {
  organizationId: string;
  areaPath: string[];
  key: string;
  digest: string;
  caseNumber: string;
  caseId: string | null;
  sealed: string;
  sentBy: string;
  receivedAt: string;
}

type StoredRecord = Omit<KeptRecord, 'fresh'> & { caseNumber: string };

const KNOWN = `select key, digest, case_number as "caseNumber", case_id as "caseId"
  from acceptance.partner_record where organization_id = $1 and key = any($2::text[])`;

const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const OF_CASES = `
  select id, kind, state, refusal, ${iso('happened_at')} as at, ${iso('until_at')} as until, sequence, national_code as code, step,
    stops_clock as "stopsClock", extension_days as "extensionDays", case_number as "caseNumber"
  from acceptance.partner_record where case_id = any($1::uuid[]) or (case_number = any($2::text[]) and state = 'parked')`;

const INSERT = `
  insert into acceptance.partner_record (id, organization_id, area_path, key, digest, kind, state, case_number, case_id, happened_at,
    until_at, sequence, national_code, step, stops_clock, extension_days, refusal, sealed, sent_by, received_at)
  select id, "organizationId", "areaPath", key, digest, kind, state, "caseNumber", "caseId", at, until, sequence, code, step,
    "stopsClock", "extensionDays", refusal, sealed, "sentBy", "receivedAt"
  from jsonb_to_recordset($1::jsonb) r(id uuid, "organizationId" uuid, "areaPath" text[], key text, digest text, kind text, state text,
    "caseNumber" text, "caseId" uuid, at timestamptz, until timestamptz, sequence int, code smallint, step text, "stopsClock" boolean,
    "extensionDays" int, refusal text, sealed text, "sentBy" text, "receivedAt" timestamptz)`;

const RELEASE = `
  update acceptance.partner_record t set state = r.state, refusal = r.refusal, stops_clock = r."stopsClock", case_id = r."caseId"
  from jsonb_to_recordset($1::jsonb) r(id uuid, state text, refusal text, "stopsClock" boolean, "caseId" uuid) where t.id = r.id`;

/** Records that other systems have sent of cases that they run. */
@Injectable()
export class PartnerRecords {
  constructor(private readonly db: Db) {}

  /** Until the end of the transaction nobody else takes in records of this organization. */
  async takeTurn(organizationId: string): Promise<void> {
    await this.db.query(`select pg_advisory_xact_lock(hashtext('acceptance.partner-records ' || $1))`, [organizationId]);
  }

  known(organizationId: string, keys: string[]): Promise<Known[]> {
    return this.db.query<Known>(KNOWN, [organizationId, keys]);
  }

  /** All of these cases, and those that wait for an acceptance under these numbers. */
  of(caseIds: string[], numbers: string[]): Promise<StoredRecord[]> {
    return this.db.query<StoredRecord>(OF_CASES, [caseIds, numbers]);
  }

  async add(rows: NewRow[]): Promise<void> {
    if (rows.length) await this.db.query(INSERT, [JSON.stringify(rows)]);
  }

  /** Of records that had waited. */
  async release(rows: Pick<NewRow, 'id' | 'state' | 'refusal' | 'stopsClock' | 'caseId'>[]): Promise<void> {
    if (rows.length) await this.db.query(RELEASE, [JSON.stringify(rows)]);
  }
}
