import { diff } from './diff.rules';

test('catalog/C4: equal documents differ nowhere, whatever the order of their members', () =>
  expect(diff({ a: 1, b: [{ code: 'x' }] }, { b: [{ code: 'x' }], a: 1 })).toEqual([]));

test('catalog/C4: coded things are compared by code, other lists as a whole', () =>
  expect(
    diff({ m: [{ code: 'x', n: 1 }, { code: 'y' }], t: ['a'] }, { m: [{ code: 'y' }, { code: 'x', n: 2 }], t: ['a', 'b'] }),
  ).toEqual([
    { pointer: '/m/x/n', before: 1, after: 2 },
    { pointer: '/t', before: ['a'], after: ['a', 'b'] },
  ]));

test('catalog/C4: what is only on one side has no other', () =>
  expect(diff({ a: null }, { 'b/c': false })).toEqual([
    { pointer: '/a', before: null },
    { pointer: '/b~1c', after: false },
  ]));
