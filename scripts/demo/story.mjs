import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** The story did not go as it must: what is printed needs no stack. */
export class Broken extends Error {}

/** The lines of the story. */
export class Story {
  lines = 0;

  chapter(title) {
    console.log(`\n${title}`);
  }

  line(who, what, { number = '', state = '', due = '' } = {}) {
    this.lines += 1;
    // A case number is 48 characters long: it comes last.
    const columns = [
      String(this.lines).padStart(3),
      wide(who, 21),
      wide(what, 58),
      wide(state, 19),
      wide(due && `due ${due}`, 14),
    ];
    console.log(`${columns.join(' ')} ${number}`.trimEnd());
  }

  /** What the platform would not do, and under which rule. */
  refused(who, what, { status, code, rule, basis }) {
    this.line(who, `${what}: refused`, { number: code, state: [status, rule].filter(Boolean).join(' ') });
    if (basis) console.log(`${' '.repeat(26)}${basis}`);
  }
}

/** Fails unless the facts are these; others may stand beside them. */
export function expect(found, facts, about) {
  for (const [key, wanted] of Object.entries(facts)) {
    if (!isDeepStrictEqual(found?.[key], wanted))
      throw new Broken(`${about}: ${key} should be ${JSON.stringify(wanted)}, is ${JSON.stringify(found?.[key])}`);
  }
  return found;
}

export function demand(condition, otherwise) {
  if (!condition) throw new Broken(otherwise);
}

/** Facts travel: asks again until there is an answer. */
export async function eventually(ask, about) {
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(200)) {
    const found = await ask();
    if (found) return found;
  }
  throw new Broken(`${about}: not within a minute`);
}

/** Chinese characters take two columns. */
function wide(text, columns) {
  const width = [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef“”]/.test(character) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(columns - width, 0));
}
