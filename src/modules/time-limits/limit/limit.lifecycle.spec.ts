import { buildCalendar } from '../calendar.rules';
import { Limit } from './limit.entity';
import { limitLifecycle, type LimitState, limitStates } from './limit.lifecycle';

const NOW = '2025-07-07T02:00:00.000Z';
const calendar = buildCalendar({ region: '650000000000', version: 1, national: [], regional: [] });
const about = {
  subject: { kind: 'test.matter', id: '019b76da-a800-7000-8000-000000000000' },
  kind: 'test.limit',
  area: '650102000000',
};

/** A limit brought to a state by its own acts. */
function limitThatIs(state: LimitState): Limit {
  const limit = Limit.start(
    { ...about, days: 5, unit: 'working-day', basis: '第四十二条', warns: state !== 'exceeded' },
    calendar,
    NOW,
  );
  if (state === 'paused') limit.pause({ reason: '听证', basis: '第四十五条' }, calendar, NOW);
  if (state === 'exceeded') limit.fire(calendar, NOW);
  if (state === 'met' || state === 'cancelled') limit.end(state, NOW);
  return limit;
}

const acts: Record<string, (limit: Limit) => unknown> = {
  fire: (limit) => limit.fire(calendar, NOW),
  pause: (limit) => limit.pause({ reason: '鉴定', basis: '第四十五条' }, calendar, NOW),
  extend: (limit) => limit.extend({ days: 10, basis: '第四十二条' }, calendar, NOW),
  meet: (limit) => limit.end('met', NOW),
  cancel: (limit) => limit.end('cancelled', NOW),
};

// What becomes of a limit by each act, from each state; null is a refusal.
const table: Record<keyof typeof acts, Record<LimitState, LimitState | null>> = {
  fire: { running: 'running', paused: null, met: null, exceeded: null, cancelled: null },
  pause: { running: 'paused', paused: 'paused', met: null, exceeded: null, cancelled: null },
  extend: { running: 'running', paused: 'paused', met: null, exceeded: null, cancelled: null },
  meet: { running: 'met', paused: 'met', met: null, exceeded: 'exceeded', cancelled: null },
  cancel: { running: 'cancelled', paused: 'cancelled', met: null, exceeded: 'exceeded', cancelled: null },
};

describe.each(limitStates)('a limit that is %s', (state) => {
  test.each(Object.keys(acts))('time-limits/T7: by %s becomes what the table says, or refuses', (act) => {
    const limit = limitThatIs(state);
    expect(limit.state).toBe(state);
    const next = table[act]![state];
    const refusal = act === 'extend' && state === 'exceeded' ? 'time-limits.run-out' : 'kernel.not-possible-now';
    if (next === null) return expect(() => acts[act]!(limit)).toThrow(refusal);
    acts[act]!(limit);
    return expect(limit.state).toBe(next);
  });

  test('time-limits/T10: has a next rung exactly while its clock runs', () =>
    expect(limitThatIs(state).nextFireAt !== null).toBe(state === 'running'));
});

test('time-limits/T7: what has ended takes no act, and what was exceeded stays so', () => {
  expect(limitLifecycle.actsFrom('met')).toEqual([]);
  expect(limitLifecycle.actsFrom('cancelled')).toEqual([]);
  expect(limitLifecycle.actsFrom('exceeded')).toEqual(['settle', 'drop']);
});

test('time-limits/T5: a procedure stops the clock for the time told for it and no longer', () => {
  const limit = Limit.start({ ...about, days: 5, unit: 'working-day', basis: '第四十二条' }, calendar, NOW);
  limit.pause({ reason: '检测', basis: '第四十五条', cap: { days: 3, unit: 'working-day' } }, calendar, NOW);
  expect(limit).toMatchObject({ state: 'paused', nextFireAt: '2025-07-10T16:00:00.000Z' });
  limit.fire(calendar, '2025-07-20T02:00:00.000Z');
  // The day it began did not count anyway; the three working days after it do not either.
  expect(limit).toMatchObject({ state: 'running', dueOn: '2025-07-17', missing: expect.any(Array) });
  expect(limit.pauses[0]).toMatchObject({ toAt: '2025-07-10T15:59:59.999Z' });
  expect(limit.resume(undefined, calendar, '2025-07-21T02:00:00.000Z')).toBe(false);
});

test('time-limits/T6: an extension is in working days, comes once, and leaves a rung told', () => {
  const limit = Limit.start({ ...about, days: 5, unit: 'calendar-day', basis: '第四十二条' }, calendar, NOW);
  expect(limit.dueOn).toBe('2025-07-12');
  limit.fire(calendar, NOW);
  limit.extend({ days: 10, basis: '第四十二条' }, calendar, NOW);
  expect(limit).toMatchObject({ dueOn: '2025-07-25', rung: 'yellow', extensionDays: 10, nextFireAt: limit.dueAt });
  expect(() => limit.extend({ days: 1, basis: '第四十二条' }, calendar, NOW)).toThrow('time-limits.extended-already');
});

test('time-limits/T8: a limit heeds a calendar that has been published before it tells a rung', () => {
  const limit = Limit.start({ ...about, days: 5, unit: 'working-day', basis: '第四十二条', warns: false }, calendar, NOW);
  const closures = [{ day: '2025-07-14', kind: 'holiday' as const, name: '停办' }];
  const later = buildCalendar({ region: '650000000000', version: 2, national: [], regional: [], closures });
  limit.fire(later, limit.dueAt);
  expect(limit).toMatchObject({ state: 'running', dueOn: '2025-07-15', edition: 2 });
  limit.fire(later, limit.dueAt);
  expect(limit.state).toBe('exceeded');
});
