// What is generated is committed. With --check nothing is written; a difference ends the process with 1.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

export function keep(file, text) {
  const path = join(root, file);
  let before = '';
  try {
    before = readFileSync(path, 'utf8');
  } catch {
    // not written yet
  }
  if (before === text) return console.log(`${file} is up to date`);
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return console.log(`${file} written`);
  }
  console.error(`${file} is out of date: ${firstDifference(before, text)}`);
  process.exitCode = 1;
}

function firstDifference(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const line = now.findIndex((text, index) => text !== old[index]);
  return `line ${line + 1}: ${JSON.stringify(old[line] ?? '')} should be ${JSON.stringify(now[line] ?? '')}`;
}
