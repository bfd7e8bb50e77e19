import { Injectable } from '@nestjs/common';
import type { Actor } from '../authz/actor';
import { context } from '../http/context';
import { refuse } from '../http/kernel.errors';
import { limitOf, type Page, pageFrom, type PageQuery, readCursor } from '../http/page';
import { Db } from '../persistence/db';

export interface Access {
  subjectId: string;
  operation: string;
  recordKind: string;
  recordId: string;
}

export interface AccessLine {
  id: string;
  at: string;
  readerKind: string;
  readerUnit: string | null;
  purpose: string;
  operation: string;
  recordKind: string;
  recordId: string;
}

const WRITE = `
  insert into kernel.access_log (subject_id, reader_kind, reader_id, reader_unit, purpose, operation, record_kind, record_id, request_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const READ = `
  select id, at, reader_kind as "readerKind", reader_unit as "readerUnit", purpose, operation, record_kind as "recordKind", record_id as "recordId"
  from kernel.access_log where subject_id = $1 and ($2::timestamptz is null or (at, id) < ($2, $3::uuid)) order by at desc, id desc limit $4`;

/** Who read a person's data, for what, when (P10). A reader who names no purpose reads nothing; the log cannot be changed. */
@Injectable()
export class AccessLog {
  constructor(private readonly db: Db) {}

  /** Writes the line, in the caller's transaction if there is one. One's own reads are not logged. */
  async note(by: Actor, { subjectId, operation, recordKind, recordId }: Access): Promise<void> {
    if (by.kind === 'platform' || by.parties.includes(subjectId)) return;
    const { purpose, requestId } = context();
    if (!purpose) throw refuse('purpose-missing');
    const unit = by.grants.find((grant) => grant.unit)?.unit ?? null;
    await this.db.query(WRITE, [subjectId, by.kind, by.id, unit, purpose, operation, recordKind, recordId, requestId]);
  }

  /** Newest first. Staff names are not told. */
  async of(subjectId: string, query: PageQuery): Promise<Page<AccessLine>> {
    const limit = limitOf(query);
    const [at = null, id = null] = readCursor(query, 2) ?? [];
    const rows = await this.db.query<AccessLine>(READ, [subjectId, at, id, limit + 1]);
    return pageFrom(rows, limit, (row) => [row.at, row.id]);
  }
}
