import {
  checkDivisionCode,
  checkIdNumber,
  checkUscc,
  divisionAncestors,
  divisionLevel,
  divisionParent,
  isWithinDivision,
} from './identifiers.rules';

describe('directory identifiers', () => {
  it('directory/D3: an organization carries a sound unified social credit code', () => {
    expect(checkUscc('11650000010183859F')).toEqual({ ok: true, value: '11650000010183859F' });
    expect(checkUscc('11440300MB2C923879')).toEqual({ ok: false, reason: 'check-digit' });
  });

  it('directory/D2: an identity number with the code of a former county stays valid', () => {
    expect(checkIdNumber('654223198001010013', '2026-07-01')).toEqual({ ok: true, value: '654223198001010013' });
    expect(checkIdNumber('650102199003071235', '1990-03-06')).toEqual({ ok: false, reason: 'future-date' });
  });

  it.each([
    ['650000000000', 1, []],
    ['650100000000', 2, ['650000000000']],
    ['650102000000', 3, ['650100000000', '650000000000']],
    ['650102002000', 4, ['650102000000', '650100000000', '650000000000']],
    ['650102002002', 5, ['650102002000', '650102000000', '650100000000', '650000000000']],
    ['659001000000', 3, ['650000000000']],
    ['659001500000', 4, ['659001000000', '650000000000']],
    ['659001500001', 5, ['659001500000', '659001000000', '650000000000']],
  ])('directory/D1: %s is of level %i and knows its code parents', (code, level, ancestors) => {
    expect(divisionLevel(code)).toBe(level);
    expect(divisionAncestors(code)).toEqual(ancestors);
    expect(divisionParent(code)).toBe(ancestors[0] ?? null);
  });

  it.each([
    ['650102', 'length'],
    ['65010200200A', 'alphabet'],
    ['050102002000', 'alphabet'],
    ['650100002000', 'gap'],
    ['650002000000', 'gap'],
    ['650102000001', 'gap'],
    ['659000000000', 'pseudo'],
  ])('directory/D1: %s is refused (%s)', (code, reason) => {
    expect(checkDivisionCode(code)).toEqual({ ok: false, reason });
    expect(() => divisionLevel(code)).toThrow(RangeError);
  });

  it('directory/D1: a division lies within itself and its code parents only', () => {
    expect(isWithinDivision('659001500000', '650000000000')).toBe(true);
    expect(isWithinDivision('659001500000', '659001500000')).toBe(true);
    expect(isWithinDivision('654201000000', '654000000000')).toBe(false);
  });
});
