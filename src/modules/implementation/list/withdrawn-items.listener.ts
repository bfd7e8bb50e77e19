import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { ItemWithdrawn } from '../../catalog/catalog.events';
import { IdentityFacade } from '../../identity/identity.facade';
import { NotificationsFacade } from '../../notifications/notifications.facade';
import { itemWithdrawn } from './withdrawal.notices';
import type { Implementation } from './implementation.entity';
import { implementationLifecycle } from './implementation.lifecycle';
import { CatalogFacade } from '../../catalog/catalog.facade';
import { AuditClock } from '../audit/audit-clock.service';
import { Implementations } from './implementation.store';

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
    private readonly identity: IdentityFacade,
    private readonly notifications: NotificationsFacade,
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
      await this.tell(lists, withdrawal.reason);
    }
  }

  /** Editors of the organs whose lists have ended. */
  private async tell(lists: Implementation[], reason: string): Promise<void> {
    const organs = [...new Set(lists.map(({ organizationId }) => organizationId))];
    const editors = await this.identity.staffByUnit('implementation-editor', organs);
    const notices = lists.flatMap((list) => {
      const about = { kind: implementationLifecycle.name, id: list.id };
      const key = `implementation.item-withdrawn/${list.id}`;
      const told = editors.filter(({ unit }) => unit === list.organizationId);
      return told.map(({ id: partyId }) => ({ partyId, about, key: `${key}/${partyId}`, words: itemWithdrawn(list, reason) }));
    });
    if (notices.length) await this.notifications.tell(by, ...notices);
  }

  private next(basicCode: string) {
    return this.lists.nextOfItem(basicCode, AT_ONCE);
  }
}
