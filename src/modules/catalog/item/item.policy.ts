import type { Actor } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import { anyOf, holds, noOne, policy, type Rule, within } from '../../../kernel/authz/policy';
import { catalogPermissions } from '../catalog.permissions';
import type { Item } from './item.entity';
import type { ItemAct } from './item.lifecycle';

const area = { area: 'areaPath' } as const;
const editors = within<Item>(catalogPermissions['item.edit'], area);
const reviewers = within<Item>(catalogPermissions['item.review'], area);
const secrecyReviewers = within<Item>(catalogPermissions['item.clear'], area);
const publishers = within<Item>(catalogPermissions['item.publish'], area);

const publishedOnce: Rule<Item> = { test: ({ latestNumber }) => latestNumber > 0, where: () => 't.latest_number > 0' };

/** catalog/C3: an organization that takes part in the present round. */
const unitsOf = (by: Actor) => grantsFor(by, catalogPermissions['item.review']).flatMap(({ unit }) => unit ?? []);
const asked: Rule<Item> = {
  test: ({ askedIds }, by) => unitsOf(by).some((unit) => askedIds.includes(unit)),
  where: (by, bind) => `t.asked_ids && ${bind(unitsOf(by))}::text[]`,
};
/** Who works on drafts, and so may read them. */
export const readsDrafts = anyOf(editors, reviewers, asked, publishers);

export const itemPolicy = policy<Item, ItemAct>({
  see: anyOf(publishedOnce, readsDrafts),
  may: {
    edit: editors,
    submit: editors,
    // Which organization answers, and which countersigns, the record and the board say.
    review: holds(catalogPermissions['item.review']),
    countersign: holds(catalogPermissions['item.review']),
    // Follow from the last answer or the last silence, from the secrecy review, and from an import.
    pass: noOne,
    escalate: noOne,
    return: noOne,
    'refuse-secrecy': noOne,
    take: noOne,
    'review-secrecy': secrecyReviewers,
    publish: publishers,
    unschedule: publishers,
    withdraw: publishers,
  },
});
