import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { ItemWithdrawn } from '../../catalog/catalog.events';
import { CatalogFacade } from '../../catalog/catalog.facade';
import { AuditClock } from '../audit/audit-clock.service';
import { Implementations } from './implementation.store';
import { ListEditors } from './list-editors.service';
import { itemWithdrawn } from './withdrawal.notices';

const by = platform('implementation');
const AT_ONCE = 100;

/**
 * catalog/C9: the lists of a withdrawn item are offered no more, with its reason. Cases that run keep the version they were opened
 * under (implementation/I9).
 */
@Injectable()
export class WithdrawnItems {
  constructor(
    private readonly catalog: CatalogFacade,
    private readonly lists: Implementations,
    private readonly clock: AuditClock,
    private readonly editors: ListEditors,
  ) {}

  @On(ItemWithdrawn, 'implementation.end-lists-of-withdrawn-item')
  async withdrawn({ payload: { basicCode } }: FactOf<typeof ItemWithdrawn>): Promise<void> {
    const withdrawal = await this.catalog.withdrawalOf(basicCode);
    // A national item may have come back meanwhile: then its lists stay.
    if (!withdrawal) return;
    for (let lists = await this.next(basicCode); lists.length; lists = await this.next(basicCode)) {
      const standings = await this.lists.standings(lists.map(({ id }) => id));
      const audited = lists.filter(({ state }) => state === 'submitted' || state === 'audited');
      for (const list of lists) list.withdraw(withdrawal.reason, standings.get(list.id)!, { rule: 'catalog/C9' });
      await this.lists.save(by, ...lists);
      for (const list of audited) await this.clock.cancel(by, list);
      await this.editors.tell(by, lists, 'item-withdrawn', (list) => itemWithdrawn(list, withdrawal.reason));
    }
  }

  private next(basicCode: string) {
    return this.lists.nextOfItem(basicCode, AT_ONCE);
  }
}
