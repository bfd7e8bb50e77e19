import { longestPath, workingDays } from './order.rules';

const bundle = (keys: string, ...edges: string[]) => ({
  members: [...keys].map((key) => ({ key, code: key })),
  edges: edges.map(([from, to]) => ({ from: from!, to: to!, after: 'granted' as const })),
});
const DAYS: Record<string, number> = { a: 1, b: 2, c: 4, d: 8 };
const longest = (keys: string, ...edges: string[]) => longestPath(bundle(keys, ...edges), (key) => DAYS[key]!);

test('the longest path: members side by side take as long as the longest, one after the other as long as all', () => {
  expect(longest('')).toBe(0);
  expect(longest('abc')).toBe(4);
  expect(longest('abc', 'ab', 'bc')).toBe(7);
  expect(longest('abcd', 'ab', 'ac', 'bd', 'cd')).toBe(13);
  expect(longest('abcd', 'ab', 'cd')).toBe(12);
});

test('a circle has no longest path, nor has what waits for one', () => {
  expect(longest('ab', 'ab', 'ba')).toBeUndefined();
  expect(longest('aa', 'aa')).toBeUndefined();
  expect(longest('abc', 'ab', 'ba', 'bc')).toBeUndefined();
});

test('twenty members in dense order are judged at once', () => {
  const keys = [...'abcdefghijklmnopqrst'];
  const edges = keys.flatMap((from, index) => keys.slice(index + 1).map((to) => `${from}${to}`));
  expect(longestPath(bundle(keys.join(''), ...edges), () => 1)).toBe(20);
});

test('calendar days count as the working days of their weeks', () => {
  expect([0, 1, 5, 7, 8, 28].map((days) => workingDays({ days, unit: 'calendar-day' }))).toEqual([0, 1, 5, 5, 6, 20]);
  expect(workingDays({ days: 28, unit: 'working-day' })).toBe(28);
});
