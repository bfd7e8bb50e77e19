import { detailCodes, grades, strayDetail } from './detail-codes.rules';

test('ratings/R1: every grade has eight details and every detail belongs to one grade', () => {
  for (const grade of grades) expect(Object.keys(detailCodes).filter((code) => code.startsWith(String(grade)))).toHaveLength(8);
  expect(Object.keys(detailCodes)).toHaveLength(40);
});

test('ratings/R1: a detail of another grade is found', () => {
  expect(strayDetail(5, ['510', '517'])).toBeUndefined();
  expect(strayDetail(5, ['510', '413'])).toBe('413');
});
