import { certificateFields, lastDay } from './certificate.rules';

const result = { kind: 'licence' as const, name: '许可证', fields: ['shop', 'scope'] };

test('acceptance/A19: the certificate takes its fields from the decision, else from the form, and no others', () => {
  expect(certificateFields(result, { shop: 'a', scope: 'b', more: 1 }, { scope: 'c' })).toEqual({ shop: 'a', scope: 'c' });
  for (const nothing of ['', '  ', '\u200d']) {
    expect(() => certificateFields(result, { shop: 'a', scope: 'b' }, { scope: nothing })).toThrow('certificate-fields-missing');
    expect(() => certificateFields(result, { shop: nothing, scope: 'b' })).toThrow('certificate-fields-missing');
  }
  expect(() => certificateFields(result, { shop: 'a' })).toThrow('certificate-fields-missing');
  expect(() => certificateFields(result, { shop: 'a', scope: 'b' }, { colour: 'red' })).toThrow('beyond-the-guide');
});

test.each([
  ['2026-11-25', 12, '2027-11-24'],
  ['2026-01-31', 1, '2026-02-27'],
  ['2024-02-29', 12, '2025-02-27'],
  ['2026-01-01', 36, '2028-12-31'],
])('acceptance/A19: from %s for %i months the last day is %s', (from, months, to) => expect(lastDay(from, months)).toBe(to));
