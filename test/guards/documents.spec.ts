import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../../src/kernel/config/config';

const root = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const text = read(file);
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);

  test('has every setting of the platform in its table, and no other', () => {
    expect(all(/^\| `([A-Z][A-Z0-9_]*)` /gm).sort()).toEqual(Object.keys(configSchema.shape).sort());
  });

  test('names commands that exist', () => {
    const named = all(/npm run (?:--silent )?([a-z]+)/g);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !scripts[name])).toEqual([]);
  });

  test('leads to files that exist', () => {
    const named = [...all(/\]\(([^)#:]+)\)/g), ...all(/`((?:src|test|docs|scripts|examples|openapi)\/[\w./-]+)`/g)];
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('has a row for every module', () => {
    const floors = [...read('src/floors.ts').matchAll(/'\.\/modules\/([\w-]+)\//g)].map(([, name]) => name!);
    expect(all(/^\| `([a-z-]+)` /gm).sort()).toEqual([...floors, 'kernel'].sort());
  });
});
