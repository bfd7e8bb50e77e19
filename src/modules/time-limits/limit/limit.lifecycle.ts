import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const limitStates = ['running', 'paused', 'met', 'exceeded', 'cancelled'] as const;
export type LimitState = (typeof limitStates)[number];

export type LimitAct =
  | 'warn'
  | 'exceed'
  | 'pause'
  | 'pause-further'
  | 'end-pause'
  | 'resume'
  | 'lapse'
  | 'extend'
  | 'reproject'
  | 'redefine'
  | 'meet'
  | 'cancel'
  | 'settle'
  | 'drop';

// That a limit was exceeded stays its state for good; when what was awaited came after all, `endedAt` says.
export const limitLifecycle = lifecycle<LimitState, LimitAct>('time-limits.limit', {
  warn: { from: ['running'], to: 'unchanged', zh: '黄色预警' },
  exceed: { from: ['running'], to: 'exceeded', zh: '超期' },
  pause: { from: ['running'], to: 'paused', zh: '停止计时' },
  'pause-further': { from: ['paused'], to: 'unchanged', zh: '停止计时期间又一程序开始' },
  'end-pause': { from: ['paused'], to: 'unchanged', zh: '停止计时期间一程序结束' },
  resume: { from: ['paused'], to: 'running', zh: '恢复计时' },
  lapse: { from: ['paused'], to: 'running', zh: '程序超过告知的时限，恢复计时' },
  extend: { from: ['running', 'paused'], to: 'unchanged', zh: '延长' },
  reproject: { from: ['running', 'paused'], to: 'unchanged', zh: '按新日历重算' },
  redefine: { from: ['running', 'paused'], to: 'unchanged', zh: '调整时限' },
  meet: { from: ['running', 'paused'], to: 'met', zh: '按期办结' },
  cancel: { from: ['running', 'paused'], to: 'cancelled', zh: '终止计时' },
  settle: { from: ['exceeded'], to: 'unchanged', zh: '超期后办结' },
  drop: { from: ['exceeded'], to: 'unchanged', zh: '超期后终止计时' },
});
