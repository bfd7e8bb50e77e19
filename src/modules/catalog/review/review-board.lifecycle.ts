import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type ReviewBoardState = 'standing';
export type ReviewBoardAct = 'name';

export const reviewBoardLifecycle = lifecycle<ReviewBoardState, ReviewBoardAct>('catalog.review-board', {
  name: { from: ['standing'], to: 'unchanged', zh: '确定联合审核单位' },
});
