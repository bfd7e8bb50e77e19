import fc from 'fast-check';
import { bornOn, checkGb11643, checkGb11714, checkGb32100, mod37x36 } from './check-digits';

const TODAY = '2026-07-01';

describe('GB 32100 (unified social credit code)', () => {
  it.each([
    ...['11650000010183859F', '11440300MB2C6448XB', '9144030071526726XG', '31440000X192794198', '11370800MB28559184'],
    ...['11100000000013127D', '11100000MB0143028R', '11100000000013338W', '11330105002500287C', '11430000006122244L'],
    ...['11100000MB03271699', '11440300MB2C94128A', '113205000141492526', '11100000000013661B'],
    ...['1165000099X900015W', '1165010099X900023W', '1165010299X900031L', '1165310099X90004XL', '1165900199X9000588'],
  ])('GB 32100: %s is sound', (code) => expect(checkGb32100(code)).toEqual({ ok: true, value: code }));

  it.each([
    ['11440300MB2C923879', 'check-digit'],
    ['11370500004311394A', 'check-digit'],
    ['11650000010183859', 'length'],
    ['11650000010183859f', 'alphabet'],
    ['1165000001018385IF', 'alphabet'],
    ['11A50000010183859F', 'alphabet'],
    ['11650000010183858C', 'inner-check-digit'],
    ['', 'length'],
  ])('GB 32100: %s has a wrong %s', (code, reason) => expect(checkGb32100(code)).toEqual({ ok: false, reason }));

  it('GB 32100: every single changed character is noticed', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...alphabet), (at, other) => {
        const code = '11440300MB2C6448XB';
        fc.pre(code[at] !== other);
        return !checkGb32100(code.slice(0, at) + other + code.slice(at + 1)).ok;
      }),
    );
  });
});

describe('GB 11714 (organization code)', () => {
  it.each(['71526726X', 'MB2855918', '006122244', 'MB2C6448X', '000013127'])('GB 11714: %s is sound', (code) =>
    expect(checkGb11714(code).ok).toBe(true),
  );

  it.each([
    ['715267261', 'check-digit'],
    ['71526726-X', 'length'],
    ['71526726A', 'alphabet'],
  ])('GB 11714: %s has a wrong %s', (code, reason) => expect(checkGb11714(code)).toEqual({ ok: false, reason }));
});

describe('GB 11643 (citizen identity number)', () => {
  it.each(['11010519491231002X', '440524188001010014', '650102199003071235', '653121198512240014', '659001197001014568'])(
    'GB 11643: %s is sound',
    (number) => expect(checkGb11643(number, TODAY)).toEqual({ ok: true, value: number }),
  );

  it('GB 11643: a small x becomes the capital one', () =>
    expect(checkGb11643('11010519491231002x', TODAY)).toEqual({ ok: true, value: '11010519491231002X' }));

  it.each([
    ['110105194912310021', 'check-digit'],
    ['110105491231002', 'length'],
    ['1101051949123100XX', 'alphabet'],
    ['650102199002301235', 'date'],
    ['650102199013011235', 'date'],
    ['650102190002291235', 'date'],
    ['650102202607021235', 'future-date'],
  ])('GB 11643: %s has a wrong %s', (number, reason) => expect(checkGb11643(number, TODAY)).toEqual({ ok: false, reason }));

  it('GB 11643: the day of birth can be read', () => expect(bornOn('650102199003071235')).toBe('1990-03-07'));
});

describe('ISO/IEC 7064 MOD 37,36', () => {
  it.each([
    ['11100000000013338W00911330105002500287C2025052201002', '0'],
    ['11100000000013338W01111430000006122244L20230000403001', 'U'],
    ['11100000MB03271699022340100000000016001', '9'],
  ])('ISO 7064: %s has the check character %s', (text, check) => expect(mod37x36(text)).toBe(check));

  it('ISO 7064: other characters are a programming error', () => expect(() => mod37x36('abc')).toThrow(RangeError));
});
