import { anyOf, noOne, policy, type Rule, within } from '../../../kernel/authz/policy';
import { catalogPermissions } from '../catalog.permissions';
import type { Item } from './item.entity';
import type { ItemAct } from './item.lifecycle';

const area = { area: 'areaPath' } as const;
const editors = within<Item>(catalogPermissions['item.edit'], area);
const reviewers = within<Item>(catalogPermissions['item.review'], area);
const secrecyReviewers = within<Item>(catalogPermissions['item.clear'], area);
const publishers = within<Item>(catalogPermissions['item.publish'], area);

const publishedOnce: Rule<Item> = { test: ({ latestNumber }) => latestNumber > 0, where: () => 't.latest_number > 0' };

/** Who works on drafts, and so may read them. */
export const readsDrafts = anyOf(editors, reviewers, publishers);

export const itemPolicy = policy<Item, ItemAct>({
  see: anyOf(publishedOnce, readsDrafts),
  may: {
    edit: editors,
    submit: editors,
    review: reviewers,
    // Follow from the fourth answer, from the secrecy review, and from an import.
    pass: noOne,
    return: noOne,
    'refuse-secrecy': noOne,
    take: noOne,
    'review-secrecy': secrecyReviewers,
    publish: publishers,
    withdraw: publishers,
  },
});
