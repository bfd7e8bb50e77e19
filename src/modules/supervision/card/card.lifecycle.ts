import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const cardStates = ['open', 'unanswered', 'answered', 'appealed', 'closed'] as const;
export type CardState = (typeof cardStates)[number];
export type CardAct = 'answer' | 'run-out' | 'appeal' | 'lift' | 'uphold' | 'close' | 'fall-away';

// S2: an appeal disputes the card, an answer accepts it and says what was done; a card that is upheld is answered afresh.
export const cardLifecycle = lifecycle<CardState, CardAct>('supervision.card', {
  answer: { from: ['open', 'unanswered'], to: 'answered', zh: '回复' },
  'run-out': { from: ['open'], to: 'unanswered', zh: '逾期未回复' },
  appeal: { from: ['open', 'unanswered'], to: 'appealed', zh: '申诉' },
  lift: { from: ['appealed'], to: 'closed', zh: '申诉成立，撤销' },
  uphold: { from: ['appealed'], to: 'open', zh: '申诉不成立，维持' },
  close: { from: ['answered', 'unanswered'], to: 'closed', zh: '办结' },
  'fall-away': { from: ['open', 'unanswered', 'answered', 'appealed'], to: 'closed', zh: '时限重算后未到预警日，撤销' },
});
