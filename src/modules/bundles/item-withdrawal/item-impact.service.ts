import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { AcceptanceFacade } from '../../acceptance/acceptance.facade';
import { CatalogFacade, type ItemView } from '../../catalog/catalog.facade';
import { DirectoryFacade } from '../../directory/directory.facade';
import { ImplementationFacade } from '../../implementation/implementation.facade';
import { refuse } from '../bundles.errors';
import { impactDigest } from './item-impact.rules';
import { ItemImpactStore } from './item-impact.store';
import { FIRST, type ItemImpactView } from './item-withdrawal.views';
import type { WithdrawItemInput } from './item-withdrawal.inputs';

/** catalog/C9: what hangs on an item, in one statement for each module that may have something on it. */
@Injectable()
export class ItemImpact {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly implementation: ImplementationFacade,
    private readonly acceptance: AcceptanceFacade,
    private readonly directory: DirectoryFacade,
    private readonly store: ItemImpactStore,
  ) {}

  async of(by: Actor, basicCode: string): Promise<ItemImpactView> {
    const item = await this.catalog.withdrawable(by, basicCode);
    const { lists, guides, bundles, cases, digest } = await this.hanging(basicCode);
    const waitingMembers = await this.store.waitingMembers(basicCode);
    const shown = cases.slice(0, FIRST);
    const ids = [...lists.first, ...guides.first, ...shown].map(({ organizationId }) => organizationId);
    const names = await this.directory.organizationNames([...new Set(ids)]);
    const named = <T extends { organizationId: string }>(lines: T[]) =>
      lines.map((line) => ({ ...line, organizationName: names.get(line.organizationId)! }));
    return {
      ...{ basicCode, ...item, digest, waitingMembers },
      lists: { count: lists.count, first: named(lists.first) },
      guides: { count: guides.count, first: named(guides.first) },
      bundles: { count: bundles.length, first: bundles.slice(0, FIRST) },
      openCases: { count: cases.reduce((sum, { open }) => sum + open, 0), first: named(shown) },
    };
  }

  /** The item is locked when the impact is asked for again; what is published over it meanwhile ends with the other lists. */
  withdraw(by: Actor, basicCode: string, { reason, impact }: WithdrawItemInput): Promise<ItemView> {
    return this.catalog.withdraw(by, basicCode, reason, async () => {
      if (impact === undefined) throw refuse('impact-not-seen');
      if (impact !== (await this.hanging(basicCode)).digest) throw refuse('impact-changed');
    });
  }

  private async hanging(basicCode: string) {
    const { lists, guides } = await this.implementation.listsOf(basicCode);
    const cases = await this.acceptance.openCasesOf(basicCode);
    const bundles = await this.store.bundlesOf(basicCode);
    const digest = impactDigest({
      ...{ basicCode, lists: lists.digest, guides: guides.digest },
      bundles: bundles.map(({ id }) => id).sort(),
      organizations: cases.map(({ organizationId }) => organizationId).sort(),
    });
    return { lists, guides, bundles, cases, digest };
  }
}
