import { anyOf, noOne, policy, when, within } from '../../../kernel/authz/policy';
import { implementationPermissions } from '../implementation.permissions';
import type { ManagedList } from './managed-list.entity';
import type { ManagedListAct } from './managed-list.lifecycle';

const area = { area: 'areaPath' } as const;
const keepers = within<ManagedList>(implementationPermissions['managed-list.keep'], area);

export const managedListPolicy = policy<ManagedList, ManagedListAct>({
  see: anyOf(when<ManagedList>({ state: ['published'] }), keepers),
  may: {
    'review-secrecy': within<ManagedList>(implementationPermissions['list.clear'], area),
    // Follows from a secrecy review.
    'refuse-secrecy': noOne,
    publish: keepers,
    discard: keepers,
  },
});
