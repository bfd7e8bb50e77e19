import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { digest } from '../../../kernel/history/history';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Refusal } from '../../../kernel/http/problem';
import { Tx } from '../../../kernel/persistence/tx';
import { faults } from '../../../kernel/validation/input.pipe';
import { rowProblems, type RowProblem, unreadable } from '../../catalog/catalog.facade';
import type { OrganizationCard } from '../../directory/directory.facade';
import { factsOf, guideOf, inherit } from '../content/guide-of.rules';
import { GuideShelf } from '../guide/guide-shelf.service';
import type { GuideContent } from '../content/content.inputs';
import type { Guide, Offer } from '../guide.rules';
import { refuse } from '../implementation.errors';
import { Implementation, type Taking } from '../list/implementation.entity';
import { implementationPolicy, importers } from '../list/implementation.policy';
import { Implementations } from '../list/implementation.store';
import { ListDesk } from '../list/list-desk.service';
import { type ImportListsInput, ListRowInput } from './list-row.inputs';
import { readListRow, rowPointer } from './list-row.rules';

/** What the platform or an import publishes in one act. */
export interface ListToPublish {
  organizationId: string;
  basicCode: string;
  level: Guide['level'];
  variantNumber?: number;
  variantName?: string;
  content: GuideContent;
  /** Under which document the list was approved where it comes from. */
  approvedUnder: string;
}

export interface ListRowReport {
  row: number;
  outcome: 'published' | 'refused';
  code?: string;
  problems: RowProblem[];
}

/**
 * implementation/I12: lists that were approved elsewhere. The platform cannot audit what was audited before it knew of it, so it says so:
 * history keeps the importer and the approving document, the version's origin is `import`, and every rule is asked all the same.
 * The importer is the administration body of the area and never somebody who edits for the organization (I8).
 */
@Injectable()
export class ListImport {
  constructor(
    private readonly tx: Tx,
    private readonly lists: Implementations,
    private readonly desk: ListDesk,
    private readonly shelf: GuideShelf,
  ) {}

  run(by: Actor, input: ImportListsInput): Promise<ListRowReport[]> {
    return this.tx.run(async () => {
      const organization = await this.desk.organization(input.organizationId);
      mustImport(by, organization);
      const reports: ListRowReport[] = [];
      for (const [index, row] of input.rows.entries()) reports.push(await this.row(by, input, row, index + 1));
      return reports;
    });
  }

  publish(by: Actor, list: ListToPublish): Promise<Offer> {
    return this.tx.run(async () => {
      const [organization, item] = [await this.desk.organization(list.organizationId), await this.desk.item(list.basicCode)];
      const content = inherit(list.content, item);
      const facts = factsOf(organization, item, list.level, list.variantNumber ?? 1, list.variantName);
      this.desk.refuseAny(this.desk.findings(facts, content, organization, item));
      const known = await this.lists.ofVariant(facts.variantCode);
      const taking = {
        ...{ itemVersionId: item.versionId, content, approvedUnder: list.approvedUnder },
        guide: guideOf(facts, content, organization),
      };
      if (known && isSame(known, taking)) return (await this.shelf.offer(facts.variantCode))!;
      if (known) known.take(taking, await this.lists.current(known.id), this.tx.now);
      await this.lists.save(by, known ?? Implementation.taken(facts, taking, this.tx.now));
      return (await this.shelf.offer(facts.variantCode))!;
    });
  }

  private async row(by: Actor, input: ImportListsInput, row: Record<string, unknown>, number: number): Promise<ListRowReport> {
    try {
      const { variantCode } = await this.tx.part(() => this.publishRow(by, input, row));
      return { row: number, outcome: 'published', code: variantCode, problems: [] };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { row: number, outcome: 'refused', problems: rowProblems(error) };
    }
  }

  /** What cannot be read and what a rule refuses are told together. */
  private async publishRow(by: Actor, input: ImportListsInput, given: Record<string, unknown>): Promise<Offer> {
    const { instance, errors } = faults(ListRowInput, given);
    if (errors.length) throw unreadable('implementation/I12', errors);
    const row = instance as ListRowInput;
    const [organization, item] = [
      await this.desk.organization(input.organizationId),
      await this.desk.item(row.catalog_code, '/catalog_code'),
    ];
    const read = readListRow(row, item, input);
    const content = inherit({ ...input.common, ...defined(read.content) }, item);
    const variant = { variantNumber: Number(row.task_handle_seq ?? 1), variantName: read.variantName };
    const found = this.desk
      .findings({ level: input.level, ...variant }, content, organization, item)
      .map((finding) => ({ ...this.desk.told(finding), pointer: rowPointer(finding.pointer) }));
    // What cannot be read is not also missing.
    const unread = new Set(read.faults.map(({ pointer }) => pointer));
    const problems = [...read.faults, ...found.filter(({ pointer }) => !unread.has(pointer))];
    if (problems.length) throw unreadable('implementation/I12', problems);
    const { organizationId, level, approvedUnder } = input;
    return this.publish(by, { organizationId, basicCode: row.catalog_code, level, ...variant, content, approvedUnder });
  }
}

/** The same list again is no new version. */
const isSame = ({ state, itemVersionId, content, variantName }: Implementation, taking: Taking): boolean =>
  state === 'published' &&
  itemVersionId === taking.itemVersionId &&
  variantName === (taking.guide.variantName ?? null) &&
  digest(content) === digest(taking.content);

function mustImport(by: Actor, { id: organizationId, areaPath }: OrganizationCard): void {
  if (by.kind === 'platform') return;
  const place = { organizationId, areaPath } as Implementation;
  if (!importers.test(place, by)) throw refuseKernel('not-allowed');
  if (implementationPolicy.may.edit.test(place, by)) throw refuse('importer-edits');
}

const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
