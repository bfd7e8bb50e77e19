import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import type { JobFacts, JobRow, RowResult } from '../../../kernel/jobs/job-kind';
import { Jobs } from '../../../kernel/jobs/jobs';
import { attempt, inRuns, patiently } from '../../../kernel/jobs/row-runs';
import { TakenRows } from '../../../kernel/jobs/taken-rows';
import { implementationPermissions } from '../implementation.permissions';
import { Implementations } from '../list/implementation.store';
import { ListDesk } from '../list/list-desk.service';
import { openRow, type OpenedRow } from './list-row-opening.rules';
import { ListRowInput, type ImportListsQuery } from './list-row.inputs';
import { ListTaking, type Surroundings } from './list-taking.service';

export const LIST_IMPORT = 'implementation.list-import';
const CHUNK = 100;

const codesOf = ({ task_handle_item, task_code }: Record<string, unknown>): unknown[] => [task_handle_item, task_code];

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
    const take = (by: Actor, job: JobFacts, rows: JobRow[]) =>
      inRuns(rows, { open: openRow, codesOf, take: (run) => this.takeRun(by, job as Given, run) });
    jobs.add({ name: LIST_IMPORT, row: ListRowInput, seenBy, chunk: CHUNK, take });
  }

  /** Rows of different lists. */
  private async takeRun(by: Actor, job: Given, rows: OpenedRow[]): Promise<RowResult[]> {
    const around = await this.lookUp(job, rows);
    const results = await patiently(rows, (row) => attempt(() => this.taking.take(by, row, around, job), row.about));
    await this.lists.save(by, ...around.changed);
    const taken = rows.flatMap(({ digest }, index) => (results[index]!.outcome === 'refused' ? [] : [digest]));
    await this.takenRows.keep(LIST_IMPORT, job.facts.batch, taken, job.id);
    return results;
  }

  private async lookUp(job: Given, rows: OpenedRow[]): Promise<Surroundings> {
    const each = <T>(pick: (row: OpenedRow) => T): T[] => [...new Set(rows.map(pick))];
    const lists = await this.lists.ofVariants(each(({ about }) => about));
    const organizations = await this.desk.organizationsByUscc(each(({ code }) => code.organization));
    const basicCodes = each(({ code }) => code.basic.code);
    await this.desk.hold(basicCodes);
    return {
      organizations,
      items: await this.desk.items(basicCodes, [...organizations.values()]),
      lists,
      standings: await this.lists.standings([...lists.values()].map(({ id }) => id)),
      taken: await this.takenRows.known(
        LIST_IMPORT,
        job.facts.batch,
        each((row) => row.digest),
      ),
      changed: [],
    };
  }
}
