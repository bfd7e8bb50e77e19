import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = join(__dirname, '../..');

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

function cruise(folder: string): string[] {
  const args = [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), 'src'];
  const output = execFileSync(process.execPath, [...args, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { summary } = JSON.parse(output) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(0);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file))
    .sort();
const source = files('src');
const linesOf = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
const isSpec = (file: string) => /\.(spec|spec-kit)\.ts$/.test(file);

test('the walls hold: floors, privacy, a kernel that knows no module, no cycles, records without framework, SQL in stores', () => {
  expect(cruise(root)).toEqual([]);
});

test('the walls are walls: each of these deliberate breaches is found', () => {
  const house = mkdtempSync(join(tmpdir(), 'tongban-house-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(house, 'src', file)), { recursive: true });
    writeFileSync(join(house, 'src', file), text);
  };
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) cpSync(join(root, file), join(house, file));
    const imports = (...paths: string[]) =>
      paths.map((path, index) => `import * as a${index} from '${path}'; void a${index};`).join('\n');
    write(
      'floors.ts',
      `import { LowModule } from './modules/low/low.module';
       import { LeftModule } from './modules/left/left.module';
       import { RightModule } from './modules/right/right.module';
       export const floors: FloorModule[][] = [[LowModule], [LeftModule, RightModule]];`,
    );
    for (const name of ['low', 'left', 'right']) {
      write(`modules/${name}/${name}.module.ts`, `export class ${name[0]!.toUpperCase()}${name.slice(1)}Module {}`);
      write(`modules/${name}/${name}.facade.ts`, 'export const facade = 1;');
    }
    write('kernel/mechanism.ts', imports('../modules/low/low.facade'));
    write('kernel/persistence/db.ts', 'export const db = 1;');
    write('modules/low/up.service.ts', imports('../left/left.facade'));
    write('modules/left/side.service.ts', imports('../right/right.facade'));
    write('modules/right/peeping.service.ts', imports('../low/secret.service'));
    write('modules/right/fine.service.ts', imports('../low/low.facade'));
    write('modules/low/secret.service.ts', imports('../../kernel/persistence/db'));
    write('modules/low/thing.entity.ts', imports('@nestjs/common'));
    write('modules/low/start.rules.ts', imports('../../floors'));
    write('modules/low/one.service.ts', imports('./two.service'));
    write('modules/low/two.service.ts', imports('./one.service'));
    write('modules/low/thing.controller.ts', imports('./thing.entity'));
    write('modules/low/typed.controller.ts', `import type { A } from './thing.entity'; export let a: A;`);
    write('modules/low/tool.service.ts', imports('fast-check'));
    mkdirSync(join(house, 'node_modules/@nestjs/common'), { recursive: true });
    for (const name of ['@nestjs/common', 'fast-check']) {
      mkdirSync(join(house, 'node_modules', name), { recursive: true });
      writeFileSync(join(house, 'node_modules', name, 'index.js'), '');
    }
    expect(
      cruise(house)
        .map((line) => line.replace(/ ->.*/, ''))
        .sort(),
    ).toEqual([
      'doors-know-no-record: src/modules/low/thing.controller.ts',
      'floors-left: src/modules/left/side.service.ts',
      'floors-low: src/modules/low/up.service.ts',
      'kernel-knows-no-module: src/kernel/mechanism.ts',
      'modules-know-no-start: src/modules/low/start.rules.ts',
      'no-cycle: src/modules/low/one.service.ts',
      'only-specs-need-development-packages: src/modules/low/tool.service.ts',
      'privacy: src/modules/right/peeping.service.ts',
      'sql-lives-in-stores: src/modules/low/secret.service.ts',
      'the-record-knows-no-framework: src/modules/low/thing.entity.ts',
    ]);
  } finally {
    rmSync(house, { recursive: true });
  }
});

const ROLES =
  'module facade events permissions errors entity lifecycle policy store service controller inputs examples views listener notices job rules';
const MECHANISM = 'guard pipe filter interceptor d';
// Pages and routes of the sign-in library, which brings its own kind of server.
const SIGN_IN = 'page routes';

test('a file is called noun.role.ts, its role from a closed list; what has no role is a plain noun', () => {
  const wrong = source.filter((file) => {
    const [noun, ...rest] = basename(file, '.ts').split('.');
    const roles = rest.filter((role) => role !== 'spec' && role !== 'spec-kit');
    const allowed =
      `${ROLES} ${file.startsWith('src/kernel/') ? MECHANISM : ''} ${file.includes('/issuer/') ? `${SIGN_IN} d` : ''}`.split(' ');
    return (
      !/^[a-z0-9-]+$/.test(noun!) ||
      /^(index|utils?|helpers?|common|shared|misc|dto|mappers?|types|constants|base)$/.test(noun!) ||
      roles.length > 1 ||
      roles.some((role) => !allowed.includes(role))
    );
  });
  expect(wrong).toEqual([]);
});

test('no folder is called by what it lacks', () => {
  expect(source.filter((file) => /\/(dto|mappers?|utils?|helpers?|common|shared|types|interfaces)\//.test(file))).toEqual([]);
});

test('files stay small: none above 300 lines, nine of ten at most 150, half at most 60', () => {
  const sizes = source.filter((file) => !isSpec(file)).map((file) => ({ file, lines: linesOf(file) }));
  expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
  const sorted = sizes.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(150);
  expect(sorted[Math.floor(sorted.length * 0.5)]).toBeLessThanOrEqual(60);
});

test('nine dependencies a class at most; seven are the aim, a facade gathers more', () => {
  const crowded = source.filter((file) => {
    const [, parameters = ''] = /\n  constructor\(([^)]*)\)/.exec(readFileSync(join(root, file), 'utf8')) ?? [];
    return (parameters.match(/(private|protected) readonly/g) ?? []).length > 9 && !file.endsWith('.facade.ts');
  });
  expect(crowded).toEqual([]);
});

test('no default exports, no forwardRef, no skipped or lonely tests', () => {
  const found = [...source, ...files('test')].filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const lonely = /^\s*(?:f|x)(?:it|test|describe)\(|\b(?:it|test|describe)\.(?:skip|only|todo)\b/m;
    const named = file.startsWith('src/') && /^export default |forwardRef\(/m.test(text) && !file.endsWith('.d.ts');
    return named || (!file.endsWith('architecture.spec.ts') && lonely.test(text));
  });
  expect(found).toEqual([]);
});
