import { fact } from '../../kernel/events/fact';

/** R3: a rating tells what was rated and how, never the case and never the person. */
export const RatingGiven = fact<{ ratingId: string; organizationId: string; basicCode: string; grade: number }>(
  'ratings.rating-given',
);
export const RatingSupplemented = fact<{ ratingId: string; organizationId: string; basicCode: string; grade: number }>(
  'ratings.rating-supplemented',
);
