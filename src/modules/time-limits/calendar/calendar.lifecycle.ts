import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type CalendarState = 'published';
export type CalendarAct = 'publish';

// Each publication is an issue of its own; the issues before it stay.
export const calendarLifecycle = lifecycle<CalendarState, CalendarAct>('time-limits.calendar', {
  publish: { from: ['published'], to: 'published', zh: '发布' },
});
