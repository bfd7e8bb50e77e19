import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const placeStates = ['open', 'closed'] as const;
export type PlaceState = (typeof placeStates)[number];
export type PlaceAct = 'change' | 'open-window' | 'close-window' | 'close';

export const placeLifecycle = lifecycle<PlaceState, PlaceAct>('directory.service-place', {
  change: { from: ['open'], to: 'unchanged', zh: '变更' },
  'open-window': { from: ['open'], to: 'unchanged', zh: '设置窗口' },
  'close-window': { from: ['open'], to: 'unchanged', zh: '撤销窗口' },
  close: { from: ['open'], to: 'closed', zh: '关闭场所' },
});
