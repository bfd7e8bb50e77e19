import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const journeyStates = ['running', 'completed', 'ended'] as const;
export type JourneyState = (typeof journeyStates)[number];
export type JourneyAct = 'advance' | 'stop' | 'complete' | 'end';

export const journeyLifecycle = lifecycle<JourneyState, JourneyAct>('bundles.journey', {
  advance: { from: ['running'], to: 'unchanged', zh: '推进' },
  stop: { from: ['running'], to: 'unchanged', zh: '停止后续事项' },
  complete: { from: ['running'], to: 'completed', zh: '全部办结' },
  end: { from: ['running'], to: 'ended', zh: '结束（部分未办成）' },
});
