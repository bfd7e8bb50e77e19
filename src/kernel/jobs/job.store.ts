import { Injectable } from '@nestjs/common';
import type { Actor } from '../authz/actor';
import { Db } from '../persistence/db';
import type { ReceivedRow, RowProblem, RowResult } from './job-kind';

export type JobState = 'receiving' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';

export interface Job {
  id: string;
  kind: string;
  state: JobState;
  facts: Record<string, unknown>;
  starterKind: string;
  starterId: string;
  actor: Actor;
  areaPath: string[];
  language: 'zh' | 'en';
  traceId: string;
  fingerprint: string | null;
  total: number;
  done: number;
  outcomes: Record<string, number>;
  attempts: number;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
}

export interface ReportedRow {
  number: number;
  outcome: string;
  code: string | null;
  problems: RowProblem[];
}

const SILENCE = `interval '60 seconds'`;
const ATTEMPTS = 8;

const COLUMNS = `id, kind, state, facts, starter_kind as "starterKind", starter_id as "starterId", actor, area_path as "areaPath", language,
  trace_id as "traceId", fingerprint, total, done, outcomes, attempts, created_at as "createdAt", started_at as "startedAt", ended_at as "endedAt"`;
const READ = `select ${COLUMNS} from kernel.job where id = $1`;
const BY_KEY = `select ${COLUMNS} from kernel.job where starter_kind = $1 and starter_id = $2 and idempotency_key = $3`;

const BEGIN = `
  insert into kernel.job (id, kind, state, facts, starter_kind, starter_id, actor, area_path, language, trace_id, idempotency_key, claimed_until)
  values ($1, $2, 'receiving', $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp() + interval '15 minutes')
  on conflict (starter_kind, starter_id, idempotency_key) do nothing returning id`;
const KEEP = `
  insert into kernel.job_row (job_id, number, data, problems)
  select $1, $2 + r.n, r.data, coalesce(r.problems::jsonb, '[]') from unnest($3::text[], $4::text[]) with ordinality r (data, problems, n)`;
const RECEIVED = `
  update kernel.job set state = 'waiting', total = $2, fingerprint = $3, claimed_until = null where id = $1 and state = 'receiving' returning id`;
const DROP = `delete from kernel.job where id = $1 and state = 'receiving'`;

// The attempt is counted, and committed, before the rows are done: a chunk that kills its process is not tried for ever.
const CLAIM = `
  update kernel.job set state = 'running', started_at = coalesce(started_at, kernel.now()), attempts = attempts + 1, claim = $2,
    claimed_until = clock_timestamp() + ${SILENCE}
  where id = $1 and state in ('waiting', 'running') and coalesce(claimed_until, '-infinity') < clock_timestamp()
  returning ${COLUMNS}`;
const NEXT = `select number, data, problems from kernel.job_row where job_id = $1 and number > $2 order by number limit $3`;
// Fails to find the job when it was cancelled, or when another worker has taken it over: then nothing of the chunk stays.
const PROGRESS = `
  with results as (
    update kernel.job_row r set data = null, outcome = x.outcome, code = x.code, problems = coalesce(x.problems, r.problems)
    from jsonb_to_recordset($3::jsonb) x (number integer, outcome text, code text, problems jsonb)
    where r.job_id = $1 and r.number = x.number)
  update kernel.job set done = $4, outcomes = $5, attempts = 0, claimed_until = clock_timestamp() + ${SILENCE}
  where id = $1 and claim = $2 and state = 'running' returning id`;
const END = `
  update kernel.job set state = 'done', ended_at = kernel.now(), claim = null, claimed_until = null
  where id = $1 and claim = $2 and state = 'running' and done = total`;
const LET_GO = `update kernel.job set claim = null, claimed_until = null, attempts = 0 where id = $1 and claim = $2`;
const FAILED = `
  update kernel.job set claim = null, error = $3, state = case when attempts >= ${ATTEMPTS} then 'failed' else state end,
    ended_at = case when attempts >= ${ATTEMPTS} then kernel.now() end,
    claimed_until = clock_timestamp() + least(interval '5 minutes', interval '1 second' * power(2, attempts))
  where id = $1 and claim = $2 and state = 'running'`;
// A chunk that takes its process with it leaves no error behind.
const GIVE_UP = `
  update kernel.job set state = 'failed', ended_at = kernel.now(), claim = null, error = coalesce(error, 'the process ended while it ran')
  where state = 'running' and attempts >= ${ATTEMPTS} and claimed_until < clock_timestamp()`;
const CANCEL = `
  update kernel.job set state = 'cancelled', ended_at = kernel.now(), claim = null, claimed_until = null
  where id = $1 and state in ('waiting', 'running') returning ${COLUMNS}`;
const DUE = `
  select id, attempts from kernel.job
  where state in ('waiting', 'running') and coalesce(claimed_until, '-infinity') < clock_timestamp() order by created_at limit 20`;

// What was never received whole, or ended thirty days ago.
const FORGET = `
  delete from kernel.job where id in (
    select id from kernel.job where (state = 'receiving' and claimed_until < clock_timestamp())
      or ended_at < kernel.now() - interval '30 days' limit 5)`;
const REPORT = `
  select number, outcome, code, problems from kernel.job_row
  where job_id = $1 and number > $2 and outcome is not null and ($3::text is null or outcome = $3) order by number limit $4`;

@Injectable()
export class JobStore {
  constructor(private readonly db: Db) {}

  read(id: string): Promise<Job | undefined> {
    return this.db.one<Job>(READ, [id]);
  }

  byKey({ kind, id }: Pick<Actor, 'kind' | 'id'>, key: string): Promise<Job | undefined> {
    return this.db.one<Job>(BY_KEY, [kind, id, key]);
  }

  /** False when this starter has a job by this key already. */
  async begin(
    job: Pick<Job, 'id' | 'kind' | 'facts' | 'actor' | 'areaPath' | 'language' | 'traceId'>,
    key: string,
  ): Promise<boolean> {
    const { id, kind, facts, actor, areaPath, language, traceId } = job;
    const values = [
      id,
      kind,
      JSON.stringify(facts),
      actor.kind,
      actor.id,
      JSON.stringify(actor),
      areaPath,
      language,
      traceId,
      key,
    ];
    return (await this.db.one(BEGIN, values)) !== undefined;
  }

  async keep(id: string, after: number, rows: ReceivedRow[]): Promise<void> {
    const problems = rows.map(({ problems }) => (problems ? JSON.stringify(problems) : null));
    await this.db.query(KEEP, [id, after, rows.map(({ data }) => data ?? null), problems]);
  }

  async received(id: string, total: number, fingerprint: string): Promise<boolean> {
    return (await this.db.one(RECEIVED, [id, total, fingerprint])) !== undefined;
  }

  async drop(id: string): Promise<void> {
    await this.db.query(DROP, [id]);
  }

  claim(id: string, claim: string): Promise<Job | undefined> {
    return this.db.one<Job>(CLAIM, [id, claim]);
  }

  next(id: string, after: number, limit: number): Promise<{ number: number; data: string | null; problems: RowProblem[] }[]> {
    return this.db.query(NEXT, [id, after, limit]);
  }

  /** In the transaction of the chunk; false when the job is no longer this worker's. */
  async progress(job: Job, claim: string, results: (RowResult & { number: number })[]): Promise<boolean> {
    const values = [job.id, claim, JSON.stringify(results), job.done, JSON.stringify(job.outcomes)];
    return (await this.db.one(PROGRESS, values)) !== undefined;
  }

  async end(id: string, claim: string): Promise<void> {
    await this.db.query(END, [id, claim]);
  }

  async letGo(id: string, claim: string): Promise<void> {
    await this.db.query(LET_GO, [id, claim]);
  }

  async failed(id: string, claim: string, error: string): Promise<void> {
    await this.db.query(FAILED, [id, claim, error.slice(0, 2000)]);
  }

  cancel(id: string): Promise<Job | undefined> {
    return this.db.one<Job>(CANCEL, [id]);
  }

  async due(): Promise<{ id: string; attempts: number }[]> {
    await this.db.query(GIVE_UP);
    return this.db.query(DUE);
  }

  async forget(): Promise<void> {
    await this.db.query(FORGET);
  }

  report(id: string, after: number, limit: number, outcome: string | null = null): Promise<ReportedRow[]> {
    return this.db.query<ReportedRow>(REPORT, [id, after, outcome, limit]);
  }
}
