import { caseOf, journeyWith } from './journey.spec-kit';
import { forlorn, isOver, ready, standingOf } from './journey.rules';

const keys = (members: { key: string }[]) => members.map(({ key }) => key);

test.each([
  ['submitted', null, 'submitted'],
  ['awaiting-supplement', null, 'submitted'],
  ['in-review', null, 'submitted'],
  ['decided', true, 'granted'],
  ['completed', true, 'completed'],
  ['decided', false, 'failed: denied'],
  ['completed', false, 'failed: denied'],
  ['refused', null, 'failed: refused'],
  ['not-needed', null, 'failed: refused'],
  ['withdrawn', null, 'failed: withdrawn'],
  ['terminated', null, 'failed: terminated'],
] as const)('a case that is %s (granted: %s) leaves its member %s', (state, granted, expected) => {
  const standing = standingOf(caseOf('x', { state, granted }));
  expect(standing.reason ? `${standing.state}: ${standing.reason}` : standing.state).toBe(expected);
});

test('bundles/B3: a member is ready when all its predecessors have come as far as they must, in the order of codes', () => {
  const members = (a: 'submitted' | 'granted' | 'completed') =>
    journeyWith({ a, c: 'waiting', b: 'waiting', d: 'waiting' }, { b: ['a'], c: ['a'], d: ['a:completed'] }).members;
  expect(keys(ready(members('submitted')))).toEqual([]);
  expect(keys(ready(members('granted')))).toEqual(['b', 'c']);
  expect(keys(ready(members('completed')))).toEqual(['b', 'c', 'd']);
});

test('bundles/B4: only those that wait for a failed member are forlorn', () => {
  const { members } = journeyWith({ a: 'failed', b: 'waiting', c: 'waiting', d: 'submitted' }, { b: ['a', 'd'], c: ['d'] });
  expect(keys(forlorn(members))).toEqual(['b']);
  expect(isOver(members)).toBe(false);
  expect(isOver(journeyWith({ a: 'failed', b: 'dropped', c: 'completed' }).members)).toBe(true);
});
