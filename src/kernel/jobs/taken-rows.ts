import { Injectable } from '@nestjs/common';
import { Db } from '../persistence/db';

const KNOWN = `select digest, job_id as "jobId" from kernel.taken_row where kind = $1 and batch = $2 and digest = any($3::text[])`;
const KEEP = `
  insert into kernel.taken_row (kind, batch, digest, job_id) select $1, $2, unnest($3::text[]), $4
  on conflict (kind, batch, digest) do nothing`;

/** Rows of batches that have been taken by a kind of job: the same rows of the same batch again change nothing. */
@Injectable()
export class TakenRows {
  constructor(private readonly db: Db) {}

  /** By digest, the job that took it. */
  async known(kind: string, batch: string, digests: string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ digest: string; jobId: string }>(KNOWN, [kind, batch, digests]);
    return new Map(rows.map(({ digest, jobId }) => [digest, jobId]));
  }

  async keep(kind: string, batch: string, digests: string[], jobId: string): Promise<void> {
    if (digests.length) await this.db.query(KEEP, [kind, batch, digests, jobId]);
  }
}
