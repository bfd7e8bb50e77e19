import { Injectable } from '@nestjs/common';
import { Db } from '../../../kernel/persistence/db';

const KNOWN = `select digest, job_id as "jobId" from implementation.taken_row where batch = $1 and digest = any($2::text[])`;
const KEEP = `
  insert into implementation.taken_row (batch, digest, job_id) select $1, unnest($2::text[]), $3 on conflict (batch, digest) do nothing`;

/** Rows of batches that have been taken. */
@Injectable()
export class TakenRows {
  constructor(private readonly db: Db) {}

  /** By digest, the job that took it. */
  async known(batch: string, digests: string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ digest: string; jobId: string }>(KNOWN, [batch, digests]);
    return new Map(rows.map(({ digest, jobId }) => [digest, jobId]));
  }

  async keep(batch: string, digests: string[], jobId: string): Promise<void> {
    if (digests.length) await this.db.query(KEEP, [batch, digests, jobId]);
  }
}
