import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import type { RowResult } from '../../../kernel/jobs/job-kind';
import { unreadable } from '../../../kernel/jobs/row-problems';
import { Tx } from '../../../kernel/persistence/tx';
import { defined } from '../../../kernel/validation/plain';
import type { OrganizationCard } from '../../directory/directory.facade';
import { factsOf, guideOf, inherit } from '../content/guide-of.rules';
import { refuse } from '../implementation.errors';
import { Implementation, type Standing, type Taking } from '../list/implementation.entity';
import { implementationPolicy, importers } from '../list/implementation.policy';
import { ListDesk } from '../list/list-desk.service';
import type { ListedItem } from '../rules/finding.rules';
import type { OpenedRow } from './list-row-opening.rules';
import type { ImportListsQuery } from './list-row.inputs';
import { readListRow, rowPointer } from './list-row.rules';
import { isSame, mustFit } from './list-verdict.rules';

/** What the rows of a run are about, looked up for all of them; `changed` collects what is to be saved. */
export interface Surroundings {
  organizations: Map<string, OrganizationCard>;
  items: Map<string, ListedItem>;
  lists: Map<string, Implementation>;
  standings: Map<string, Standing>;
  /** Rows of this batch that have been taken, and the job that took them. */
  taken: Map<string, string>;
  changed: Implementation[];
}

interface Import {
  id: string;
  facts: ImportListsQuery;
}

/**
 * implementation/I12: a row of a list that was approved elsewhere. The platform cannot audit what was audited before it knew of it, so
 * it says so: history keeps the importer and the approving document, the version's origin is `import`, and every rule is asked all the
 * same. The importer is the administration body of the area and never somebody who edits for the organization (I8).
 */
@Injectable()
export class ListTaking {
  constructor(
    private readonly tx: Tx,
    private readonly desk: ListDesk,
  ) {}

  take(by: Actor, opened: OpenedRow, around: Surroundings, job: Import): RowResult {
    const { variantCode: code } = opened;
    const organization = around.organizations.get(opened.code.organization);
    if (!organization) throw unreadable('implementation/I1', [unknownOrganization(opened)]);
    mustImport(by, organization);
    const takenBy = around.taken.get(opened.digest);
    if (takenBy !== undefined && takenBy !== job.id) return { outcome: 'unchanged', code };
    const outcome = opened.row
      ? this.bring(opened, opened.row, organization, around, job)
      : this.withdraw(opened, around.lists.get(code), around, job);
    // Taken before by this very job, and not as things are: which of the two rows is meant, nobody can say.
    if (takenBy !== undefined && outcome.act) throw refuse('row-repeated');
    const list = outcome.act?.();
    if (list) around.changed.push(list);
    return { outcome: outcome.name, code };
  }

  private bring(
    { code, variantCode, variantNumber, key }: OpenedRow,
    row: NonNullable<OpenedRow['row']>,
    organization: OrganizationCard,
    around: Surroundings,
    job: Import,
  ): Verdict {
    const item = around.items.get(code.basic.code);
    if (!item) throw unreadable('implementation/I1', [unknownItem(code.basic.code)]);
    const level = String(code.level) as Implementation['level'];
    const read = readListRow(row, item, level);
    const content = inherit({ ...defined(read.content), ...row.extend }, item);
    const known = live(around.lists.get(variantCode));
    // implementation/I4: more steps come in only under an approval that was granted here.
    const stepApproval = known?.stepApproval;
    const found = this.desk
      .findings({ level, variantNumber, variantName: read.variantName, stepApproval }, content, organization, item)
      .map((finding) => ({ ...this.desk.told(finding), pointer: rowPointer(finding.pointer) }));
    // What cannot be read is not also missing.
    const unread = new Set(read.faults.map(({ pointer }) => pointer));
    const problems = [...read.faults, ...found.filter(({ pointer }) => !unread.has(pointer))];
    if (problems.length) throw unreadable('implementation/I12', problems);
    const facts = factsOf(organization, item, level, variantNumber, read.variantName);
    const taking: Taking = {
      ...{ itemVersionId: item.versionId, content, approvedUnder: job.facts.approvedUnder, batch: job.facts.batch },
      guide: guideOf({ ...facts, stepApproval }, content, organization),
    };
    const same = known !== undefined && isSame(known, taking, organization);
    mustFit(key.cd_operation, known !== undefined, same, variantCode);
    if (same) return { name: 'unchanged' };
    // Where a list of this code was withdrawn, the new one begins no sooner than that one ended.
    const now = around.standings.get(around.lists.get(variantCode)?.id ?? '')?.now ?? this.tx.now;
    if (!known) return { name: 'published', act: () => Implementation.taken(facts, taking, now) };
    return { name: 'published', act: () => (known.take(taking, around.standings.get(known.id)!), known) };
  }

  private withdraw(
    { key, variantCode }: OpenedRow,
    list: Implementation | undefined,
    around: Surroundings,
    job: Import,
  ): Verdict {
    mustFit(key.cd_operation, list !== undefined, false, variantCode);
    if (list!.state === 'withdrawn') return { name: 'unchanged' };
    if (list!.state !== 'published') throw refuseKernel('not-possible-now', { values: { state: list!.state } });
    const reason = `${job.facts.approvedUnder} ${job.facts.batch}`;
    return { name: 'withdrawn', act: () => (list!.withdraw(reason, around.standings.get(list!.id)!), list!) };
  }
}

/** What is to be done about a row: nothing, or an act that leaves a list to be saved. */
interface Verdict {
  name: string;
  act?: () => Implementation;
}

const live = (list: Implementation | undefined) => (list?.state === 'withdrawn' ? undefined : list);

const unknownOrganization = ({ code }: OpenedRow) => ({
  ...{ pointer: '/task_code', code: 'implementation.organization-not-active' },
  detail: `${code.organization} is no active organization`,
});
const unknownItem = (code: string) => ({
  ...{ pointer: '/catalog_code', code: 'implementation.no-such-item' },
  detail: `${code} is not in force`,
});

function mustImport(by: Actor, { id: organizationId, areaPath }: OrganizationCard): void {
  if (by.kind === 'platform') return;
  const place = { organizationId, areaPath } as Implementation;
  if (!importers.test(place, by)) throw refuseKernel('not-allowed');
  if (implementationPolicy.may.edit.test(place, by)) throw refuse('importer-edits');
}
