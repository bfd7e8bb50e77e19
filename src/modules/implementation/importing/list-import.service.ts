import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import { JobIntake } from '../../../kernel/jobs/job-intake';
import type { Job } from '../../../kernel/jobs/job.store';
import type { RowFile } from '../../../kernel/jobs/row-file';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade } from '../../directory/directory.facade';
import { factsOf, guideOf, inherit } from '../content/guide-of.rules';
import type { GuideContent } from '../content/content.inputs';
import { GuideShelf } from '../guide/guide-shelf.service';
import type { Guide, Offer } from '../guide.rules';
import { implementationPermissions } from '../implementation.permissions';
import { Implementation } from '../list/implementation.entity';
import { Implementations } from '../list/implementation.store';
import { ListDesk } from '../list/list-desk.service';
import type { ImportListsQuery } from './list-row.inputs';
import { LIST_IMPORT } from './list-import.job';
import { isSame } from './list-verdict.rules';

/** What the platform publishes in one act. */
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

/** implementation/I12: how lists come in that were approved elsewhere. */
@Injectable()
export class ListImport {
  constructor(
    private readonly tx: Tx,
    private readonly lists: Implementations,
    private readonly desk: ListDesk,
    private readonly shelf: GuideShelf,
    private readonly intake: JobIntake,
    private readonly directory: DirectoryFacade,
  ) {}

  /** Takes the file in; its rows are done by a job. */
  async receive(by: Actor, { batch, approvedUnder }: ImportListsQuery, file: RowFile): Promise<{ job: Job; replayed: boolean }> {
    const areas = grantsFor(by, implementationPermissions['list.import']).flatMap(({ area }) => area ?? []);
    const areaPath = areas.length ? ((await this.directory.divisionPath(areas[0]!)) ?? []) : [];
    return this.intake.receive(by, { kind: LIST_IMPORT, facts: { batch, approvedUnder }, areaPath }, file);
  }

  publish(by: Actor, list: ListToPublish): Promise<Offer> {
    return this.tx.run(async () => {
      const organization = await this.desk.organization(list.organizationId);
      await this.desk.hold([list.basicCode]);
      const item = await this.desk.item(list.basicCode, organization.areaPath);
      const content = inherit(list.content, item);
      const facts = factsOf(organization, item, list.level, list.variantNumber ?? 1, list.variantName);
      const known = await this.lists.ofVariant(facts.variantCode);
      const stepApproval = known?.stepApproval;
      this.desk.refuseAny(this.desk.findings({ ...facts, stepApproval }, content, organization, item));
      const taking = {
        ...{ itemVersionId: item.versionId, content, approvedUnder: list.approvedUnder },
        guide: guideOf({ ...facts, stepApproval }, content, organization),
      };
      if (known && isSame(known, taking, organization)) return (await this.shelf.offer(facts.variantCode))!;
      if (known) known.take(taking, await this.lists.standing(known.id));
      await this.lists.save(by, known ?? Implementation.taken(facts, taking, this.tx.now));
      return (await this.shelf.offer(facts.variantCode))!;
    });
  }
}
