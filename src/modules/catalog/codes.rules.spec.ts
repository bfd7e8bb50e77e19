import {
  DEPARTMENT_DIGITS,
  EXERCISE_LEVELS,
  ITEM_TYPES,
  belongsToCatalogue,
  checkBasicCode,
  checkImplementationCode,
  checkVariantCode,
  implementationCode,
  isOnApplication,
  variantCode,
} from './codes.rules';

const read = (code: string) => {
  const checked = checkBasicCode(code);
  if (!checked.ok) throw new Error(`${code}: ${checked.reason}`);
  return checked.value;
};

describe('basic code', () => {
  it.each([
    ...['000123020000', '000117007000', '000131018000', '000122007000', '000109136003', '000115018000', '000115003000'],
    ...['000115023000', '000117054002', '000123035000', '000112002000', '000139001000', '00016301300Y', '00010400100Y'],
    ...['000709107003', '000744001000', '000788001001', '001030051000', '002014001001', '002014006013', '002014007013'],
    ...['002014105001', '002016003000'],
  ])('catalog/C1: %s is a national code of the dictionary', (code) => {
    expect(read(code)).toMatchObject({ code, division: '00', national: true });
    expect(isOnApplication(read(code).type)).toBe(true);
    expect(DEPARTMENT_DIGITS.map(({ digits }) => digits)).toContain(read(code).department);
  });

  it.each(['431020001W00', '432036010W01', '430709061W00', '432014001W01'])('catalog/C1: %s was added by a province', (code) =>
    expect(read(code)).toMatchObject({ division: '43', national: false, form: 'local' }),
  );

  it('catalog/C1: the parts of a code are named', () =>
    expect(read('650116013001')).toEqual({
      code: '650116013001',
      division: '65',
      national: false,
      type: '01',
      department: '16',
      mainItem: '013',
      subItem: '001',
      form: 'sub-item',
    }));

  it('catalog/C1: the sub-item says which form the item has', () => {
    expect(read('000123020000').form).toBe('undivided');
    expect(read('00016301300Y').form).toBe('main-item');
  });

  it.each([
    ['00012302000', 'length'],
    ['00101', 'length'],
    ['750123020000', 'grammar'],
    ['00012302000X', 'grammar'],
    ['0001230200Y0', 'grammar'],
    ['000023020000', 'type'],
    ['001123020000', 'type'],
    ['002123020000', 'type'],
    ['003123020000', 'type'],
  ])('catalog/C1: %s is refused (%s)', (code, reason) => expect(checkBasicCode(code)).toEqual({ ok: false, reason }));

  it('catalog/C1: the catalogue of a province holds national codes and its own', () => {
    expect(belongsToCatalogue(read('000123020000'), '65')).toBe(true);
    expect(belongsToCatalogue(read('650116013001'), '65')).toBe(true);
    expect(belongsToCatalogue(read('431020001W00'), '65')).toBe(false);
  });
});

describe('dictionaries', () => {
  it('catalog/C1: seven types are handled on application', () =>
    expect(ITEM_TYPES.filter((type) => type.onApplication).map(({ code }) => code)).toEqual('01 05 07 08 09 10 20'.split(' ')));

  it('catalog/C1: no type and no department is listed twice', () => {
    expect(new Set(ITEM_TYPES.map(({ code }) => code)).size).toBe(ITEM_TYPES.length);
    expect(new Set(DEPARTMENT_DIGITS.map(({ digits }) => digits)).size).toBe(DEPARTMENT_DIGITS.length);
    expect(Object.keys(EXERCISE_LEVELS)).toHaveLength(7);
  });
});

describe('implementation code', () => {
  it.each([
    ['11650000010183859F2650116013001', '11650000010183859F', 2, '650116013001'],
    ['11370800MB285591843370117002011', '11370800MB28559184', 3, '370117002011'],
    ['11370800MB285591843370117002013', '11370800MB28559184', 3, '370117002013'],
    ['11370800MB285591843370118009001', '11370800MB28559184', 3, '370118009001'],
    ['11370800MB285591846370117000003', '11370800MB28559184', 6, '370117000003'],
    ['1132050001414925263320105028002', '113205000141492526', 3, '320105028002'],
  ] as const)('catalog/C1: %s names organization, level and item', (code, organization, level, basic) => {
    expect(checkImplementationCode(code)).toMatchObject({ ok: true, value: { organization, level, basic: { code: basic } } });
    expect(implementationCode(organization, level, basic)).toBe(code);
  });

  it.each([
    ['11440300MB2C9238794442015001000', 'organization-check-digit'],
    ['11370500004311394A3370310004812', 'organization-check-digit'],
    ['11650000010183859F8650116013001', 'level'],
    ['11650000010183859F0650116013001', 'level'],
    ['11650000010183859F26501160130AA', 'grammar'],
    ['11650000010183859F2651116013001', 'type'],
    ['11650000010183859F650116013001', 'length'],
    ['511A0138000000-511602000000-000-115113010833722043-1-00', 'length'],
  ])('catalog/C1: %s is refused (%s)', (code, reason) => expect(checkImplementationCode(code)).toEqual({ ok: false, reason }));
});

describe('handling variant code', () => {
  it.each([
    ['11370800MB28559184337011505600001', 1],
    ['11370800MB28559184300011711200001', 1],
    ['11370800MB28559184337012100800003', 3],
  ])('catalog/C1: %s is variant %i of its implementation', (code, number) => {
    expect(checkVariantCode(code)).toMatchObject({ ok: true, value: { number, implementation: { code: code.slice(0, 31) } } });
    expect(variantCode(code.slice(0, 31), number)).toBe(code);
  });

  it.each([
    ['11650000010183859F265011601300100', 'number'],
    ['11650000010183859F26501160130010A', 'number'],
    ['11650000010183859G265011601300101', 'organization-check-digit'],
    ['11650000010183859F2650116013001', 'length'],
  ])('catalog/C1: %s is refused (%s)', (code, reason) => expect(checkVariantCode(code)).toEqual({ ok: false, reason }));

  it('catalog/C1: variants are numbered 1 to 99', () =>
    expect(() => variantCode('11650000010183859F2650116013001', 100)).toThrow(RangeError));
});
