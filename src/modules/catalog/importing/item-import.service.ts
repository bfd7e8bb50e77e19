import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { JobIntake } from '../../../kernel/jobs/job-intake';
import type { Job } from '../../../kernel/jobs/job.store';
import type { RowFile } from '../../../kernel/jobs/row-file';
import { catalogPermissions } from '../catalog.permissions';
import { OWN_AREA } from '../codes-in-use.rules';
import { mustCoverRegion } from '../region.rules';
import type { ImportItemsQuery } from './item-import.inputs';
import { ITEM_IMPORT } from './item-import.job';

/** catalog/C2: takes the file in; its rows are done by a job. */
@Injectable()
export class ItemImport {
  constructor(private readonly intake: JobIntake) {}

  receive(by: Actor, { batch }: ImportItemsQuery, file: RowFile): Promise<{ job: Job; replayed: boolean }> {
    mustCoverRegion(by, catalogPermissions['item.import']);
    return this.intake.receive(by, { kind: ITEM_IMPORT, facts: { batch }, areaPath: OWN_AREA }, file);
  }
}
