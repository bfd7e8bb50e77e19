import { withoutIdentifiers } from './identifiers';

test.each([
  ['13800138000', '*******8000'],
  ['致电138-0013-8000。', '致电***-****-8000。'],
  ['138 0013 8000', '*** **** 8000'],
  ['１３８００１３８０００', '*******８０００'],
  ['654021 19900101 1009', '****** ******** 1009'],
  ['６５４０２１１９９００１０１１００９', '**************１００９'],
])('P3: %s is masked, in groups and in full-width digits too', (written, shown) =>
  expect(withoutIdentifiers(written)).toBe(shown),
);

test.each(['2026-11-25 10:00', '0991-0000000', '654021 19900101 1008', '1165402199X800225M000201410500120261125100000017'])(
  'P3: %s is no number of a person and stays',
  (text) => expect(withoutIdentifiers(text)).toBe(text),
);
