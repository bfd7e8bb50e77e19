import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Injectable } from '@nestjs/common';
import { Db } from '../persistence/db';

/** One act on one record: who, when, which act, from which state to which, what was noted; chained to the line before. */
export interface HistoryLine {
  subjectKind: string;
  subjectId: string;
  seq: number;
  at: string;
  actorKind: string;
  actorId: string;
  act: string;
  fromState: string | null;
  toState: string;
  note: Record<string, unknown>;
  /** SHA-256 of the row as it was written. */
  rowDigest: string;
  requestId: string;
  prevHash: string;
  hash: string;
}

export const digest = (value: unknown): string => createHash('sha256').update(canonicalize(value)!).digest('hex');

/** The line's hash covers everything in it and the line before. */
export function sealLine(line: Omit<HistoryLine, 'hash'>): HistoryLine {
  return { ...line, hash: digest(line) };
}

/** Number of the first line that was changed, removed or put in from outside; null when the chain holds. */
export function firstBrokenLine(lines: readonly HistoryLine[]): number | null {
  let prevHash = '';
  for (const [index, { hash, ...line }] of lines.entries()) {
    if (line.seq !== index + 1 || line.prevHash !== prevHash || digest(line) !== hash) return index + 1;
    prevHash = hash;
  }
  return null;
}

const LINES = `
  select subject_kind as "subjectKind", subject_id as "subjectId", seq, at, actor_kind as "actorKind", actor_id as "actorId", act,
    from_state as "fromState", to_state as "toState", note, row_digest as "rowDigest", request_id as "requestId",
    prev_hash as "prevHash", hash
  from kernel.history where subject_kind = $1 and subject_id = $2 order by seq`;

@Injectable()
export class History {
  constructor(private readonly db: Db) {}

  /** All lines of one record, first to last. */
  of(subjectKind: string, subjectId: string): Promise<HistoryLine[]> {
    return this.db.query<HistoryLine>(LINES, [subjectKind, subjectId]);
  }
}
