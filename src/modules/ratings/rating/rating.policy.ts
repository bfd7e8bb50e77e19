import type { Actor } from '../../../kernel/authz/actor';
import { anyOf, ownInPerson, policy, type Rule, within } from '../../../kernel/authz/policy';
import { ratingsPermissions as may } from '../ratings.permissions';
import type { Rating } from './rating.entity';
import type { RatingAct } from './rating.lifecycle';

/** R3, P9: whoever works for the organ rated does not see its ratings as the desk does, whatever else they may be. */
const worksThere = ({ organizationId }: Rating, by: Actor) => by.grants.some(({ unit }) => unit === organizationId);
const elsewhere: Rule<Rating> = {
  test: (rating, by) => !worksThere(rating, by),
  where: (by, bind) => `t.organization_id::text <> all(${bind(by.grants.flatMap(({ unit }) => unit ?? []))}::text[])`,
};
const area = within<Rating>(may['rating.desk'], { area: 'areaPath' });

/** The rating desk and the supervisors of the area. */
export const desk: Rule<Rating> = {
  test: (rating, by) => area.test(rating, by) && elsewhere.test(rating, by),
  where: (by, bind) => `(${area.where(by, bind)} and ${elsewhere.where(by, bind)})`,
};

/** The organ rated, which sees ratings without their raters. */
export const organization = within<Rating>(may['rating.organization'], { unit: 'organizationId' });

/** R2: the person served, in person; their agent was not. */
const rater = ownInPerson<Rating>('partyId');

export const ratingPolicy = policy<Rating, RatingAct>({ see: anyOf<Rating>(rater, desk), may: { supplement: rater } });
