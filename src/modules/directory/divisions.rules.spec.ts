import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstDayOf, isValidOn, loadDivisionRows, loadSuperiorRows, type DivisionRow } from './divisions.rules';
import { checkDivisionCode, divisionParent } from './identifiers.rules';

const read = (file: string) => readFileSync(join(__dirname, 'data', file), 'utf8');
const rows = loadDivisionRows(read('divisions.csv'));
const superiors = loadSuperiorRows(read('administrative-superiors.csv'));
const byCode = new Map(rows.map((row) => [row.code, row]));
const standing = rows.filter((row) => isValidOn(row, '2026-07-01'));
const count = (level: number) => standing.filter((row) => row.level === level).length;
const codesOf = (wrong: DivisionRow[]) => wrong.map(({ code }) => code);

describe('divisions of Xinjiang', () => {
  it('directory/D3: one region, 14 prefectures, 112 counties, 1,405 township and 14,721 village units', () =>
    expect([1, 2, 3, 4, 5].map(count)).toEqual([1, 14, 112, 1405, 14721]));

  it.each([
    ['650100000000', 8],
    ['652900000000', 9],
    ['653100000000', 13],
    ['653200000000', 10],
    ['654000000000', 11],
    ['654200000000', 7],
    ['654300000000', 7],
  ])('directory/D3: %s has %i counties', (prefecture, counties) =>
    expect(standing.filter(({ parent }) => parent === prefecture)).toHaveLength(counties),
  );

  it('directory/D3: the thirteen cities 659001 to 659013 hang directly under the region, and there is no 6590', () => {
    const direct = standing.filter(({ level, parent }) => level === 3 && parent === '650000000000');
    expect(codesOf(direct)).toEqual(Array.from({ length: 13 }, (_, index) => `${659001 + index}000000`));
    expect(byCode.has('659000000000')).toBe(false);
  });

  it.each([
    ['650102002002', '燕儿窝南社区居委会', '居委会'],
    ['653101001000', '恰萨街道', '街道'],
    ['659001500000', '兵团一五二团', '兵团乡级单位'],
    ['653132000000', '岑岭县', '县'],
    ['653228000000', '和康县', '县'],
    ['653229000000', '和安县', '县'],
    ['659013000000', '草湖市', '自治区直辖县级市'],
  ])('directory/D3: %s is %s (%s)', (code, name, kind) => expect(byCode.get(code)).toMatchObject({ name, kind }));

  it('directory/D1: codes are unique, levels and parents are those of the code, every parent exists', () => {
    expect(byCode.size).toBe(rows.length);
    expect(codesOf(rows.filter(({ code }) => !checkDivisionCode(code).ok))).toEqual([]);
    const levelOf = (code: string) => {
      const checked = checkDivisionCode(code);
      return checked.ok ? checked.value.level : null;
    };
    expect(codesOf(rows.filter(({ code, level }) => levelOf(code) !== level))).toEqual([]);
    expect(codesOf(rows.filter(({ code, parent }) => divisionParent(code) !== parent))).toEqual([]);
    expect(codesOf(rows.filter(({ parent, level }) => (parent ? !byCode.has(parent) : level !== 1)))).toEqual([]);
  });

  it('directory/D1: Tacheng and Altay are under Ili, which is not their parent by code', () => {
    expect(superiors.map(({ code, superior }) => [byCode.get(code)?.name, byCode.get(superior)?.name])).toEqual([
      ['塔城地区', '伊犁哈萨克自治州'],
      ['阿勒泰地区', '伊犁哈萨克自治州'],
    ]);
    expect(superiors.filter(({ code, superior }) => divisionParent(code) === superior)).toEqual([]);
  });

  it('directory/D2: the former county Shawan is kept and names its successor', () => {
    const [county, city] = [byCode.get('654223000000')!, byCode.get('654203000000')!];
    expect(county).toMatchObject({ name: '沙湾县', validTo: '2021', succeededBy: city.code });
    expect([isValidOn(county, '2020-12-31'), isValidOn(city, '2020-12-31')]).toEqual([true, false]);
    expect([isValidOn(county, '2021-01-01'), isValidOn(city, '2021-01-01')]).toEqual([false, true]);
    expect(codesOf(rows.filter(({ succeededBy }) => succeededBy && !byCode.has(succeededBy)))).toEqual([]);
  });

  it('directory/D2: a date is as precise as its source and counts from its first day', () => {
    expect(['2021', '2026-04', '2023-01-20'].map(firstDayOf)).toEqual(['2021-01-01', '2026-04-01', '2023-01-20']);
    expect(isValidOn(byCode.get('659013000000')!, '2026-03-31')).toBe(false);
    expect(isValidOn(byCode.get('653228000000')!, '2024-12-27')).toBe(true);
  });

  it('directory/D3: every hand-kept correction is in the data and names its source', () => {
    const [, ...lines] = read('county-corrections.csv').trim().split('\n');
    expect(lines.filter((line) => !line.split(',').at(-1))).toEqual([]);
    expect(lines.filter((line) => !byCode.has(line.split(',')[0]!))).toEqual([]);
  });

  it('directory/D3: a file of another shape is refused', () => {
    expect(() => loadDivisionRows('code,name\n650000000000,新疆')).toThrow('expected the columns');
    expect(() => loadSuperiorRows('code12,superior12,validFrom,validTo,basis\n654200000000,654000000000')).toThrow('line 2');
  });
});
