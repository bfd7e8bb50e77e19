import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Refusal } from '../../../kernel/http/problem';
import type { JobFacts, JobRow, RowResult } from '../../../kernel/jobs/job-kind';
import { Jobs } from '../../../kernel/jobs/jobs';
import { rowProblems } from '../../catalog/catalog.facade';
import { implementationPermissions } from '../implementation.permissions';
import { Implementations } from '../list/implementation.store';
import { ListDesk } from '../list/list-desk.service';
import { openRow, type OpenedRow } from './list-row-opening.rules';
import { ListRowInput, type ImportListsQuery } from './list-row.inputs';
import { ListTaking, type Surroundings } from './list-taking.service';
import { TakenRows } from './taken-row.store';

export const LIST_IMPORT = 'implementation.list-import';
const CHUNK = 200;

type Given = JobFacts & { facts: ImportListsQuery };

/** implementation/I12: rows of an import, chunk by chunk: what they need is looked up for all at once, and written at once. */
@Injectable()
export class ListImportJob {
  constructor(
    private readonly lists: Implementations,
    private readonly desk: ListDesk,
    private readonly taking: ListTaking,
    private readonly takenRows: TakenRows,
    jobs: Jobs,
  ) {
    const seenBy = implementationPermissions['list.import'];
    const take = (by: Actor, job: JobFacts, rows: JobRow[]) => this.take(by, job as Given, rows);
    jobs.add({ name: LIST_IMPORT, row: ListRowInput, seenBy, chunk: CHUNK, take });
  }

  private async take(by: Actor, job: Given, rows: JobRow[]): Promise<RowResult[]> {
    const opened = await patiently(rows, ({ value }) => attempt(() => openRow(value), value));
    const results = new Map<number, RowResult>();
    let run: { index: number; row: OpenedRow }[] = [];
    const flush = async () => {
      if (run.length)
        (
          await this.takeRun(
            by,
            job,
            run.map(({ row }) => row),
          )
        ).forEach((result, n) => results.set(run[n]!.index, result));
      run = [];
    };
    // Rows of one list follow each other: none of them sees the list as it was before the one before it.
    for (const [index, row] of opened.entries()) {
      if ('outcome' in row) results.set(index, row);
      else {
        if (run.some((other) => other.row.variantCode === row.variantCode && other.row.digest !== row.digest)) await flush();
        run.push({ index, row });
      }
    }
    await flush();
    return rows.map((_, index) => results.get(index)!);
  }

  /** Rows of different lists, or equal ones. */
  private async takeRun(by: Actor, job: Given, rows: OpenedRow[]): Promise<RowResult[]> {
    const around = await this.lookUp(job, rows);
    const done = new Map<string, RowResult>();
    const results = await patiently(rows, (row): RowResult => {
      const before = done.get(row.digest);
      if (before) return before.outcome === 'refused' ? before : { ...before, outcome: 'unchanged' };
      const result = attempt(() => this.taking.take(by, row, around, job), row);
      done.set(row.digest, result);
      return result;
    });
    await this.lists.save(by, ...around.changed);
    const taken = [...done].flatMap(([key, { outcome }]) => (outcome === 'refused' ? [] : [key]));
    await this.takenRows.keep(job.facts.batch, taken, job.id);
    return results;
  }

  private async lookUp(job: Given, rows: OpenedRow[]): Promise<Surroundings> {
    const each = <T>(pick: (row: OpenedRow) => T): T[] => [...new Set(rows.map(pick))];
    const lists = await this.lists.ofVariants(each(({ variantCode }) => variantCode));
    return {
      organizations: await this.desk.organizationsByUscc(each(({ code }) => code.organization)),
      items: await this.desk.items(each(({ code }) => code.basic.code)),
      lists,
      standings: await this.lists.standings([...lists.values()].map(({ id }) => id)),
      taken: await this.takenRows.known(
        job.facts.batch,
        each((row) => row.digest),
      ),
      changed: [],
    };
  }
}

/** Work on each in turn; others of this process get their turn between. */
async function patiently<T, R>(all: T[], work: (one: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) {
    results.push(work(one));
    if (results.length % 10 === 0) await setImmediate();
  }
  return results;
}

/** What the work answers, or why the row is refused. */
function attempt<T>(work: () => T, row: object): T | RowResult {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code = codeOf(row);
    return { outcome: 'refused', ...(code && { code }), problems: rowProblems(error) };
  }
}

/** As the row gives it, where that is a text that a report can show. */
function codeOf(row: object): string | undefined {
  const { variantCode, task_handle_item, task_code } = row as Record<string, unknown>;
  const code = [variantCode, task_handle_item, task_code].find((one) => typeof one === 'string' && /^[0-9A-Z]{1,33}$/.test(one));
  return code as string | undefined;
}
