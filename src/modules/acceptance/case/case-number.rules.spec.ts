import { CASE_NUMBER, caseNumber, newQueryCode, QUERY_CODE } from './case-number.rules';

test('acceptance/A1: 48 characters: implementation code, day, kind, serial', () => {
  const number = caseNumber('11650000010183859F2650116013001', '2018-12-28', 'on-the-spot', 1);
  expect(number).toBe('11650000010183859F265011601300120181228100000001');
  expect(number).toHaveLength(48);
  expect(number).toMatch(CASE_NUMBER);
  expect(caseNumber('11650000010183859F2650116013001', '2018-12-28', 'promised', 10)).toMatch(/200000010$/);
});

test('acceptance/A1: query codes are random and free of letters that are mistaken for others', () => {
  const codes = Array.from({ length: 500 }, newQueryCode);
  expect(new Set(codes).size).toBe(500);
  codes.forEach((code) => expect(code).toMatch(QUERY_CODE));
});
