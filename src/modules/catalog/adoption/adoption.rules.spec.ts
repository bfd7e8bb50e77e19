import { adoptingDivision, answersForItself, exercisedBy } from './adoption.rules';

const COUNTY = ['650102000000', '650100000000', '650000000000'];
const VILLAGE = ['650102002002', '650102002000', ...COUNTY];

test.each([
  [COUNTY, '4', '650102000000'],
  [COUNTY, '3', '650100000000'],
  [COUNTY, '2', '650000000000'],
  [VILLAGE, '5', '650102000000'],
  [VILLAGE, '6', '650102000000'],
  [['659001000000', '650000000000'], '3', '659001000000'],
  [['650000000000'], '4', '650000000000'],
] as const)('catalog/C5: the list of an organ in %j at level %s stands on the adoption of %s', (path, level, division) =>
  expect(adoptingDivision(path, level)).toBe(division),
);

test.each([
  ['650102000000', ['3', '4'], true],
  ['650102000000', ['5'], true],
  ['650102000000', ['2', '3'], false],
  ['650100000000', ['4'], false],
  ['650000000000', ['7'], true],
] as const)('catalog/C5: %s exercises an item of levels %j: %s', (division, exerciseLevels, exercised) =>
  expect(exercisedBy(division, { exerciseLevels: [...exerciseLevels] })).toBe(exercised),
);

test('catalog/C5: townships and villages do not answer', () =>
  expect(['650102002000', '650102002002'].map(answersForItself)).toEqual([false, false]));
