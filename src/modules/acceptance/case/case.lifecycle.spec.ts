import { caseLifecycle, caseStates } from './case.lifecycle';
import { nationalEvent, nationalState, NATIONAL_STATES } from './national-codes.rules';

const acts = Object.keys(caseLifecycle.steps) as (keyof typeof caseLifecycle.steps)[];

test('acceptance/A2: every state is reached by some act, and every state but the ends is left by one', () => {
  const reached = new Set(acts.map((act) => caseLifecycle.steps[act].to));
  // What another system reports of a case that it runs may come late (A22).
  const left = new Set(acts.filter((act) => act !== 'report').flatMap((act) => caseLifecycle.steps[act].from));
  expect(caseStates.filter((state) => state !== 'draft' && !reached.has(state))).toEqual([]);
  expect(caseStates.filter((state) => !left.has(state))).toEqual([
    'completed',
    'not-needed',
    'refused',
    'withdrawn',
    'discarded',
    'terminated',
  ]);
});

test('acceptance/A2: each state of a case that was submitted has a national code, and each code of acts that exist is used', () => {
  const codes = caseStates.flatMap((state) => [true, false].map((granted) => nationalState({ state, granted })));
  const events = acts.map((act) => nationalEvent(act, { state: 'in-review', granted: null }));
  for (const state of ['draft', 'discarded'] as const) expect(nationalState({ state, granted: null })).toBeNull();
  const used = [...new Set([...codes, ...events])].filter((code) => code !== null).sort((a, b) => a - b);
  expect(used).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13]);
  expect(Object.keys(NATIONAL_STATES)).toHaveLength(15);
});
