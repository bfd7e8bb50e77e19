import fc from 'fast-check';
import { hasControls, isBlank, isDay, isInstant, isUuid, jsonFault, lengthOf } from './text';

it('a day is accepted exactly when it exists', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.nat(14), fc.nat(33), (year, month, day) => {
      const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const lengths = [
        31,
        (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28,
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
      ];
      expect(isDay(text)).toBe(day >= 1 && day <= (lengths[month - 1] ?? 0));
    }),
  );
});

it.each([
  '2026-02-30',
  '2026-W01',
  '2026-06',
  '20260601',
  '2026-6-1',
  '0000-01-01',
  ' 2026-06-01',
  '2026-06-01\n',
  '２０２６-06-01',
])('%j is no day', (text) => expect(isDay(text)).toBe(false));

it.each([
  ['2026-06-01T10:00:00Z', true],
  ['2026-06-01T10:00:00.123456+08:00', true],
  ['1986-07-01T00:00:00+09:00', true],
  ['2026-06-01T10:00:00', false],
  ['2026-06-01 10:00:00Z', false],
  ['2026-02-30T10:00:00Z', false],
  ['2026-06-01T24:00:00Z', false],
  ['2026-06-01T10:00:60Z', false],
  ['2026-06-01T10:00:00+23:59', false],
  ['2026-06-01T10:00Z', false],
])('%s as an instant: %s', (text, sound) => expect(isInstant(text)).toBe(sound));

it('an id is a UUID in lower case and nothing around it', () => {
  expect(isUuid('019b76da-a800-7000-8000-000000000000')).toBe(true);
  for (const wrong of [
    '019B76DA-A800-7000-8000-000000000000',
    '{019b76da-a800-7000-8000-000000000000}',
    '019b76da-a800-7000-8000-000000000000\n',
  ])
    expect(isUuid(wrong)).toBe(false);
});

it('characters are counted as people count them, and those that deceive the eye are found', () => {
  expect(lengthOf('𠮷㛃a')).toBe(3);
  for (const hidden of ['\u0000', '\u001b', '\u200b', '\u202e', '\u2066', '\ufeff', '\u0085', '\u2028', '\u061c', '\u00ad'])
    expect(hasControls(`a${hidden}b`)).toBe(true);
  for (const plain of ['阿依古丽·买买提', 'ئالىم', 'a\tb\nc', '𠮷', 'می\u200cخواهم']) expect(hasControls(plain)).toBe(false);
});

it('text of which nobody would see anything is blank', () => {
  for (const nothing of ['', '  ', '\n', '\u3000', '\u200d\u200c', '\u3164', '\uffa0', '\u2800', '\u0301'])
    expect(isBlank(nothing)).toBe(true);
  for (const something of ['〇', '·', '1', 'ئ', '-', '👍']) expect(isBlank(something)).toBe(false);
});

it('any JSON that a form may hold passes, and no key of it can hide behind what every object has', () => {
  const key = fc.stringMatching(/^[a-z]{1,8}$/).filter((text) => !(text in {}) && text !== 'prototype');
  const leaf = fc.oneof(fc.boolean(), fc.constant(null), fc.integer(), fc.constantFrom('文', ''));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(fc.property(tree, (value) => expect(jsonFault(value)).toBeNull()));
  for (const name of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'])
    expect(jsonFault(JSON.parse(`{"a":[{"${name}":1}]}`))).toEqual({ pointer: `/a/0/${name}`, code: 'forbidden-key' });
});
