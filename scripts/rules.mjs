// Writes docs/rules.md: every rule of the domain, whether it works, the specs that prove it and the refusals that carry it.
// A rule works when a spec under test/, which goes through HTTP, names its id in a title.
//   node scripts/rules.mjs [--check]    fails when a refusal cites a rule that no such spec names, or when no spec meets it over HTTP
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { keep } from './keep.mjs';

const root = join(import.meta.dirname, '..');
const read = (file) => readFileSync(join(root, file), 'utf8');
const under = (folder, suffix) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(suffix))
    .sort();

// Met at the facade: no door leads to these refusals, because whoever calls the facade cannot send what they refuse. They bind
// every later caller all the same, so a spec asserts each of them there.
const AT_THE_FACADE = {
  'licences.validity-unsound': 'decisions alone issue, and count the last day from today for a month at least',
  'time-limits.no-calendar-for-area': 'limits run in the division of an organization, which the directory has checked',
  'time-limits.pause-without-basis': 'a special procedure that stops the clock is published with its article, or not at all',
};

const register = Object.entries(JSON.parse(read('docs/rules.source.json'))).flatMap(([module, rules]) =>
  Object.entries(rules).map(([number, title]) => ({ module, number, id: `${module}/${number}`, title })),
);
const known = new Map(register.map((rule) => [rule.id, rule]));
// The rules on personal data bind every module: a spec may cite them under its own name.
const everywhere = new Map(register.filter(({ number }) => number.startsWith('P')).map((rule) => [rule.number, rule]));
const ruleCalled = (id) => known.get(id) ?? everywhere.get(id.split('/')[1]);

const specs = under('test', '.spec.ts').map((file) => ({ file, ...readSpec(file) }));
const refusals = under('src', '.errors.ts').flatMap(readProblems);
const complaints = [];

for (const { code, rule } of refusals.filter((refusal) => refusal.rule)) {
  const cited = ruleCalled(rule);
  if (!cited) complaints.push(`${code} cites ${rule}, which docs/rules.source.json does not know`);
  else if (!specsOf(cited).length) complaints.push(`${code} cites ${rule}, which no title under test/ names`);
  const meeting = specs.filter(({ text }) => text.includes(`'${code}'`));
  const at = AT_THE_FACADE[code] ? 'facade' : 'http';
  if (!meeting.some(({ reaches }) => reaches[at])) complaints.push(`${code} is met by no spec under test/ (${at})`);
}
for (const code of Object.keys(AT_THE_FACADE))
  if (!refusals.some((refusal) => refusal.code === code)) complaints.push(`${code} is met at the facade, but exists no more`);
for (const { file, ids } of specs)
  for (const id of ids) if (!ruleCalled(id)) complaints.push(`${file} names ${id}, which docs/rules.source.json does not know`);

await keep('docs/rules.md', page());
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exitCode = 1;
}

function specsOf(rule) {
  return specs.filter(({ ids }) => ids.some((id) => ruleCalled(id) === rule));
}

/** Ids stand in titles, or in the rows of an `each` table that fill them, which may have a name of its own. */
function readSpec(file) {
  const text = read(file);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const [titles, tables] = [[], new Map()];
  const literals = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      titles.push(node.text);
  };
  walk(source, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer) tables.set(nameOf(node.name), node.initializer);
  });
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !['test', 'it', 'describe'].includes(nameOf(node.expression))) return;
    if (node.arguments[0]) walk(node.arguments[0], literals);
    if (!ts.isCallExpression(node.expression)) return;
    for (const table of node.expression.arguments) walk(tables.get(nameOf(table)) ?? table, literals);
  });
  return {
    text,
    ids: [...new Set(titles.flatMap((title) => title.match(/\b[a-z-]+\/[A-Z]\d+\b/g) ?? []))],
    reaches: { http: /\bagent\b|\bas\(/.test(text), facade: /\w+Facade\b/.test(text) },
  };
}

/** `problems('module', { 'name': { rule: ... } })`, read as text: nothing needs to be compiled. */
function readProblems(file) {
  const found = [];
  walk(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest), (node) => {
    if (!ts.isCallExpression(node) || nameOf(node.expression) !== 'problems') return;
    const [module, table] = node.arguments;
    for (const entry of table.properties) {
      const fields = Object.fromEntries(
        entry.initializer.properties.map((field) => [nameOf(field.name), field.initializer?.text ?? '']),
      );
      found.push({ code: `${module.text}.${nameOf(entry.name)}`, rule: fields.rule, status: fields.status, basis: fields.basis });
    }
  });
  return found;
}

function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function nameOf(node) {
  if (!node) return '';
  if (node.text !== undefined) return node.text;
  if (node.escapedText !== undefined) return String(node.escapedText);
  return nameOf(node.expression ?? node.tag);
}

function told({ code }) {
  return `\`${code}\`${AT_THE_FACADE[code] ? ` (at the facade: ${AT_THE_FACADE[code]})` : ''}`;
}

function page() {
  const working = register.filter((rule) => specsOf(rule).length);
  const lines = [
    '# Rules',
    '',
    'Generated by `scripts/rules.mjs` from `docs/rules.source.json`, the titles of the specs and the tables of refusals.',
    `${working.length} of ${register.length} rules work: a spec that goes through HTTP names them. The others are open.`,
  ];
  for (const module of new Set(register.map((rule) => rule.module))) {
    lines.push('', `## ${module}`, '', '| rule | | specs | refusals |', '|--|--|--|--|');
    for (const rule of register.filter((one) => one.module === module)) {
      const proofs = specsOf(rule).map(({ file }) => `[${file.slice(5, -8)}](../${file})`);
      const codes = refusals.filter((one) => one.rule && ruleCalled(one.rule) === rule).map(told);
      lines.push(`| ${rule.id} | ${rule.title} | ${proofs.join('<br>') || 'open'} | ${codes.join('<br>')} |`);
    }
  }
  return `${lines.join('\n')}\n`;
}
