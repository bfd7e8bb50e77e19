import fc from 'fast-check';
import { pageFrom, readCursor } from './page';

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

it('a page ends where the next one begins, and the last one says so', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), (count, limit) => {
      const all = Array.from({ length: count }, (_, number) => ({ number, name: `n"${number}` }));
      const seen: number[] = [];
      let after: number | null = -1;
      while (after !== null) {
        const from: number = after;
        const rows = all.filter(({ number }) => number > from).slice(0, limit + 1);
        const page = pageFrom(rows, limit, (row) => [row.number, row.name]);
        seen.push(...page.items.map(({ number }) => number));
        after = page.nextCursor === null ? null : Number(readCursor({ cursor: page.nextCursor }, 2)![0]);
      }
      expect(seen).toEqual(all.map(({ number }) => number));
    }),
  );
});

it('without a cursor a list begins at its beginning', () => expect(readCursor({}, 2)).toBeNull());

it.each([
  ['no base64', '!!'],
  ['no JSON', 'abc'],
  ['no list', cursorOf({ 0: 'a', length: 1 })],
  ['too many values', cursorOf(['a', 'b'])],
  ['a value that is neither text nor number', cursorOf([null])],
  ['a NUL', cursorOf(['\0'])],
])('a cursor with %s is refused', (_, cursor) => {
  expect(() => readCursor({ cursor }, 1)).toThrow(
    expect.objectContaining({ type: expect.objectContaining({ code: 'kernel.bad-cursor' }) }),
  );
});
