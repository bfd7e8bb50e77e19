import { outcomeOf } from './joint-review.rules';

const yes = { answer: 'yes' as const, escalatedAt: null };
const no = { answer: 'no' as const, escalatedAt: null };
const silent = { answer: null, escalatedAt: null };
const overdue = { answer: null, escalatedAt: '2026-03-10T00:00:00.000Z' };
const late = { answer: 'yes' as const, escalatedAt: '2026-03-10T00:00:00.000Z' };

test.each([
  ['all say yes', [yes, yes], false, 'pass'],
  ['somebody says yes late', [yes, late], false, 'pass'],
  ['one says no', [yes, no], false, 'return'],
  ['one is waited for', [no, silent], false, undefined],
  ['nobody is waited for but the overdue', [no, overdue], false, 'return'],
  ['all but the overdue say yes: silence is not consent', [yes, overdue], false, undefined],
  ['the secrecy review refused', [yes, yes], true, 'return'],
])('catalog/C3: %s', (_, asked, secretRefused, outcome) => {
  expect(outcomeOf(asked, secretRefused)).toBe(outcome);
});
