import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { IdentityFacade } from '../../identity/identity.facade';
import { NotificationsFacade, type Words } from '../../notifications/notifications.facade';
import { implementationPermissions } from '../implementation.permissions';
import type { Implementation } from './implementation.entity';
import { implementationLifecycle } from './implementation.lifecycle';

const [EDITOR] = implementationPermissions['list.edit'].roles as [string];

/** Those who edit lists for their organ are told what has become of one. */
@Injectable()
export class ListEditors {
  constructor(
    private readonly identity: IdentityFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** `what`: why, as part of the key under which each is told once. */
  async tell(by: Actor, lists: Implementation[], what: string, words: (list: Implementation) => Words): Promise<void> {
    const organs = [...new Set(lists.map(({ organizationId }) => organizationId))];
    const editors = await this.identity.staffByUnit(EDITOR, organs);
    const notices = lists.flatMap((list) => {
      const about = { kind: implementationLifecycle.name, id: list.id };
      const said = { about, words: words(list) };
      const told = editors.filter(({ unit }) => unit === list.organizationId);
      return told.map(({ id }) => ({ ...said, partyId: id, key: `implementation.${what}/${list.id}/${id}` }));
    });
    if (notices.length) await this.notifications.tell(by, ...notices);
  }
}
