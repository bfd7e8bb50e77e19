// The walls of the house, read from src/floors.ts. `test/guards/architecture.spec.ts` runs it; by hand: npx depcruise src
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const source = readFileSync(join(__dirname, 'src/floors.ts'), 'utf8');
const folders = new Map(
  [...source.matchAll(/import \{ (\w+) \} from '\.\/modules\/([\w-]+)\//g)].map(([, name, folder]) => [name, folder]),
);
const list = /floors: FloorModule\[\]\[\] = (\[[^;]*\]);/.exec(source)[1];
const floors = [...list.matchAll(/\[([\w,\s]+)\]/g)].map(([, names]) => names.match(/\w+/g).map((name) => folders.get(name)));

const anyOf = (names) => `(${names.join('|')})`;
const pure = '\\.(entity|lifecycle|policy|rules)\\.ts$';

module.exports = {
  forbidden: [
    ...floors.flatMap((modules, floor) =>
      modules.map((module) => ({
        name: `floors-${module}`,
        comment: 'Call down, tell up: a module imports only from lower floors, never from its own or a higher one.',
        severity: 'error',
        from: { path: `^src/modules/${module}/` },
        to: { path: `^src/modules/${anyOf(floors.slice(floor).flat())}/`, pathNot: `^src/modules/${module}/` },
      })),
    ),
    {
      name: 'privacy',
      comment: 'Another module imports the facade, the events and the Nest module, nothing else.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/[^/]+/', pathNot: ['^src/modules/$1/', '\\.(facade|events|module)\\.ts$'] },
    },
    {
      name: 'kernel-knows-no-module',
      comment: 'Floor 0 is mechanism without one word of the public service.',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'modules-know-no-start',
      comment: 'What starts the house stands outside it.',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'the-record-knows-no-framework',
      comment: 'Entities, lifecycles, policies and rules are plain: they run without Nest.',
      severity: 'error',
      from: { path: `^src/.*${pure}` },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'doors-know-no-record',
      comment: 'A controller names entities as types only.',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.entity\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-lives-in-stores',
      comment: 'Sign-in hands the database to the issuer, whose library brings its own storage interface.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: ['\\.store\\.ts$', '^src/modules/identity/sign-in/sign-in\\.ts$'] },
      to: { path: '^src/kernel/persistence/db\\.ts$|node_modules/pg/' },
    },
    {
      name: 'only-specs-need-development-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.(spec|spec-kit)\\.ts$' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
