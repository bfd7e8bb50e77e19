import { createHash, type Hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { Actor } from '../authz/actor';
import { context } from '../http/context';
import { refuse } from '../http/kernel.errors';
import { uuidv7 } from '../persistence/uuid';
import type { JobKind, ReceivedRow } from './job-kind';
import { type Job, JobStore } from './job.store';
import { Jobs } from './jobs';
import { type RowFile } from './row-file';
import { rowsOf } from './rows';

const BATCH = { rows: 500, bytes: 2 ** 20 };

export interface NewJob {
  kind: string;
  facts: Record<string, unknown>;
  areaPath: string[];
}

/**
 * Takes in the rows of a job while they are being sent, batch by batch. The job begins when the last one is there; a file that ends
 * before, or cannot be read, leaves nothing. One job for a starter and key: the same file again is the same job.
 */
@Injectable()
export class JobIntake {
  constructor(
    private readonly store: JobStore,
    private readonly jobs: Jobs,
  ) {}

  async receive(by: Actor, job: NewJob, file: RowFile): Promise<{ job: Job; replayed: boolean }> {
    const [id, kind] = [uuidv7(), this.jobs.kind(job.kind)];
    const hash = createHash('sha256').update(canonicalize({ ...job, type: file.mediaType, charset: file.charset })!);
    const hashed = { ...file, pieces: through(file.pieces, hash) };
    const { language, traceId } = context();
    const fresh = await this.store.begin({ id, ...job, actor: by, language, traceId }, file.key);
    if (!fresh) return { job: await this.known(by, hashed, hash), replayed: true };
    try {
      const total = await this.keep(id, hashed, kind);
      if (!total) throw refuse('no-rows');
      if (!(await this.store.received(id, total, hash.digest('base64url')))) throw refuse('unavailable');
    } catch (error) {
      await this.store.drop(id);
      throw isGone(error) ? refuse('unreadable', { values: { reason: 'it broke off' } }) : error;
    }
    this.jobs.wake(id);
    return { job: (await this.store.read(id))!, replayed: false };
  }

  private async keep(id: string, file: RowFile, kind: JobKind): Promise<number> {
    let [total, bytes, batch] = [0, 0, [] as ReceivedRow[]];
    const flush = async () => {
      if (batch.length) await this.store.keep(id, total, batch);
      [total, bytes, batch] = [total + batch.length, 0, []];
    };
    for await (const row of rowsOf(file, kind)) {
      batch.push(row);
      bytes += row.data?.length ?? 0;
      if (batch.length >= BATCH.rows || bytes >= BATCH.bytes) await flush();
    }
    await flush();
    return total;
  }

  private async known(by: Actor, file: RowFile, hash: Hash): Promise<Job> {
    const job = await this.store.byKey(by, file.key);
    if (!job || job.state === 'receiving') throw refuse('busy', { headers: { 'retry-after': '1' } });
    for await (const piece of file.pieces) void piece;
    if (hash.digest('base64url') !== job.fingerprint) throw refuse('idempotency-key-reused');
    return job;
  }
}

async function* through(pieces: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

const isGone = (error: unknown): boolean =>
  ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR'].includes((error as { code?: string }).code ?? '');
