import { contradiction, courseOf, type Entry, inOrder } from './course.rules';
import { instantOf } from './record-time.rules';

let serial = 0;
const entry = (kind: Entry['kind'], at: string | null, more: Partial<Entry> = {}): Entry => ({
  ...{ id: String(++serial).padStart(4, '0'), kind, at, until: null, sequence: null, code: null, step: null },
  ...{ stopsClock: false, extensionDays: null },
  ...more,
});
const day = (n: number) => `2025-03-${String(n).padStart(2, '0')}T02:00:00.000Z`;
const begun = { applied: day(1), accepted: day(2) };
const accept = entry('up_pro_accept', day(2), { code: 3 });
const review = entry('up_pro_process', day(3), { code: 8 });
const hearing = entry('up_pro_special_procedure', day(4), { code: 9, until: day(6), stopsClock: true });
const result = entry('up_pro_result', day(7), { code: 11 });
const withdrawn = entry('up_pro_process', day(5), { code: 2 });

test.each([
  ['2026-01-05 10:30:00', '2026-01-05T02:30:00.000Z'],
  ['20260105103000', '2026-01-05T02:30:00.000Z'],
  ['2026-01-05T10:30:00+08:00', '2026-01-05T02:30:00.000Z'],
  ['2026-02-30 10:30:00', undefined],
  ['2026-01-05', undefined],
])('acceptance/A22: %s is the instant %s', (text, instant) => expect(instantOf(text)).toBe(instant));

test.each([
  ['accepted', [accept], day(9)],
  ['in-review', [review, accept], day(9)],
  ['suspended', [hearing, accept, review], day(5)],
  ['in-review', [hearing, accept, review], day(9)],
  ['withdrawn', [withdrawn, accept, review], day(9)],
  ['completed', [result, hearing, accept], day(9)],
])('acceptance/A22: the newest in the order of business makes it %s', (state, entries, now) =>
  expect(courseOf(entries, day(2), now).state).toBe(state),
);

test('acceptance/A22: of the same instant the sender’s sequence decides, and an end comes last', () => {
  const [second, first, end] = [
    entry('up_pro_process', day(3), { sequence: 2 }),
    entry('up_pro_process', day(3), { sequence: 1 }),
    entry('up_pro_result', day(3), { code: 13, sequence: 2 }),
  ];
  expect(inOrder([end, second, first])).toEqual([first, second, end]);
  expect(courseOf([end, second, first], day(2), day(9))).toMatchObject({ granted: false, decidedAt: day(3) });
});

test.each([
  ['accepted-already', accept, [accept]],
  ['ended-already', result, [accept, withdrawn]],
  ['after-the-end', entry('up_pro_process', day(8), { code: 8 }), [accept, result]],
  ['before-others', withdrawn, [accept, entry('up_pro_process', day(6), { code: 8 })]],
  ['before-the-beginning', entry('up_pro_process', day(1), { code: 8 }), [accept]],
  [
    'extended-already',
    entry('up_pro_special_procedure', day(3), { extensionDays: 5 }),
    [entry('up_pro_special_procedure', day(3), { extensionDays: 10 })],
  ],
  [undefined, entry('up_pro_process', day(1), { code: 6 }), [accept]],
  [undefined, entry('up_pro_material', null), [accept, result]],
  [undefined, review, [accept, result]],
])('acceptance/A22: finds %s', (code, one, others) => expect(contradiction(one, others, begun)?.code).toBe(code));
