import { licensingLevel } from './kinds.rules';

test.each([
  ['650000000000', '2'],
  ['654000000000', '3'],
  ['654021000000', '4'],
  ['659001000000', '4'],
  ['654021100000', undefined],
])('catalog/C6: the licensing list of %s is one of level %s', (division, level) => expect(licensingLevel(division)).toBe(level));
