import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const ratingStates = ['given', 'supplemented'] as const;
export type RatingState = (typeof ratingStates)[number];
export type RatingAct = 'supplement';

export const ratingLifecycle = lifecycle<RatingState, RatingAct>('ratings.rating', {
  supplement: { from: ['given'], to: 'supplemented', zh: '追加评价' },
});
