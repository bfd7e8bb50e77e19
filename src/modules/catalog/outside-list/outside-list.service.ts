import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { catalogPermissions } from '../catalog.permissions';
import { OWN_AREA } from '../codes-in-use.rules';
import { mustCoverRegion } from '../region.rules';
import { Differences, type OutsideDifference } from './difference.store';
import { OutsideList, type OutsideKind } from './outside-list.entity';
import type { ImportOutsideListInput, ResolveDifferenceInput } from './outside-list.inputs';
import { OutsideLists } from './outside-list.store';
import { OutsideImportReport } from './outside-list.views';

@Injectable()
export class OutsideListService {
  constructor(
    private readonly tx: Tx,
    private readonly lists: OutsideLists,
    private readonly differences: Differences,
  ) {}

  /** catalog/C8: the same document again changes nothing; a later one reopens what it says otherwise, and nothing else. */
  import(by: Actor, { kind, complete = false, rows, ...document }: ImportOutsideListInput): Promise<OutsideImportReport> {
    return this.tx.run(async () => {
      mustCoverRegion(by, catalogPermissions['outside-list.import']);
      const known = await this.lists.locked(kind);
      const list = known ?? OutsideList.opened(kind, OWN_AREA);
      const edition = list.edition(document, this.tx.now);
      const given = rows.map(({ operation = 'I', basis = [], ...row }) => ({
        ...row,
        operation,
        basis,
        key: row.code ?? row.name,
      }));
      const keys = complete ? undefined : given.map(({ key }) => key);
      const { outcomes, changed } = list.take(edition, given, await this.lists.standing(list.id, keys), complete);
      if (changed) await this.lists.save(by, list);
      return OutsideImportReport.of(edition, outcomes);
    });
  }

  resolve(by: Actor, kind: OutsideKind, id: string, input: ResolveDifferenceInput): Promise<OutsideDifference> {
    return this.tx.run(async () => {
      const list = await this.lists.lookupKindFor(by, 'resolve', kind);
      if (!(await this.differences.one(kind, id))) throw refuseKernel('not-found');
      list.resolve(id, input, this.tx.now);
      await this.lists.save(by, list);
      return (await this.differences.one(kind, id))!;
    });
  }
}
