import { decidesRightly, isLiableRightly, MODES, type Mode, type Side, SIDES } from './modes.rules';

const pairs = (test: (mode: Mode, side: Side) => boolean) =>
  MODES.flatMap((mode) => SIDES.filter((side) => test(mode, side)).map((side) => `${mode} ${side}`));

test('directory/D5: the receiver decides where the handling is authorized, and nowhere else', () => {
  expect(pairs(decidesRightly)).toEqual([
    'entrusted-acceptance grantor',
    'authorized-handling receiver',
    'assisted-handling grantor',
  ]);
});

test('directory/D5: the grantor is liable for what is done in its name; authorized handling says who is', () => {
  expect(pairs(isLiableRightly)).toEqual([
    'entrusted-acceptance grantor',
    'authorized-handling grantor',
    'authorized-handling receiver',
    'assisted-handling grantor',
  ]);
});
