import { Refusal } from '../../../kernel/http/problem';
import { caseOf, journeyWith } from './journey.spec-kit';
import type { Journey } from './journey.entity';
import { type JourneyAct, journeyLifecycle, journeyStates } from './journey.lifecycle';

const NOW = '2026-01-02T00:00:00Z';
const memberCalled = ({ members }: Journey, called: string) => members.find(({ key }) => key === called)!;

/** Each act as it comes about. */
const ACTS: Record<JourneyAct, [given: () => Journey, act: (journey: Journey) => void]> = {
  advance: [
    () => journeyWith({ a: 'granted', b: 'waiting' }, { b: ['a'] }),
    (journey) => journey.submitted(memberCalled(journey, 'b'), 'case'),
  ],
  stop: [() => journeyWith({ a: 'submitted', b: 'waiting' }, { b: ['a'] }), (journey) => journey.stop(NOW)],
  complete: [
    () => journeyWith({ a: 'granted' }),
    (journey) => journey.hear(caseOf('a', { state: 'completed', granted: true }), NOW),
  ],
  end: [() => journeyWith({ a: 'submitted' }), (journey) => journey.hear(caseOf('a', { state: 'refused' }), NOW)],
};

describe.each(journeyStates)('a journey that is %s', (state) => {
  it.each(Object.keys(ACTS) as JourneyAct[])('%s goes as the table says', (act) => {
    const [given, perform] = ACTS[act];
    const journey = Object.assign(given(), { state });
    const { to } = journeyLifecycle.steps[act];
    if (journeyLifecycle.allows(act, state)) {
      perform(journey);
      expect(journey.state).toBe(to === 'unchanged' ? state : to);
      expect(journey.endedAt).toBe(journey.state === 'running' ? null : NOW);
    } else {
      expect(() => perform(journey)).toThrow(Refusal);
      expect(journey.state).toBe(state);
    }
  });
});

describe('bundles/B4: what a case tells', () => {
  test('late or twice changes nothing', () => {
    const journey = journeyWith({ a: 'completed', b: 'submitted' });
    expect(journey.hear(caseOf('a', { state: 'completed', granted: true }), NOW)).toBe(false);
    expect(journey.hear(caseOf('a', { state: 'decided', granted: true }), NOW)).toBe(false);
    expect(journey.hear(caseOf('of nobody'), NOW)).toBe(false);
    expect(journey.members.map(({ state }) => state)).toEqual(['completed', 'submitted']);
  });

  test('of a failure drops the whole branch behind it, link by link, and nothing beside it', () => {
    const states = { a: 'submitted', b: 'waiting', c: 'waiting', d: 'waiting', e: 'submitted' } as const;
    const journey = journeyWith(states, { b: ['a'], c: ['b'], d: ['e'] });
    journey.hear(caseOf('a', { state: 'decided', granted: false }), NOW);
    expect(journey.members.map(({ state, reason }) => reason ?? state)).toEqual([
      ...['denied', 'predecessor-failed', 'predecessor-failed', 'waiting', 'submitted'],
    ]);
    expect(journey.members.map(({ sealed }) => sealed)).toEqual([null, null, null, 'sealed', null]);
  });

  test('stopping is refused when nothing waits', () => {
    expect(() => journeyWith({ a: 'submitted' }).stop(NOW)).toThrow('bundles.nothing-waits');
  });
});
