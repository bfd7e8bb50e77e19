import { setImmediate } from 'node:timers/promises';
import { Refusal } from '../http/problem';
import type { JobRow, RowResult } from './job-kind';
import { rowProblems } from './row-problems';

/** A row that is sound by itself. */
export interface Opened {
  /** Code of the record that it is about. */
  about: string;
  /** Of what it says; the same for equal rows. */
  digest: string;
}

export interface Runs<R extends Opened> {
  /** Refuses what is wrong with a row by itself. */
  open: (value: Record<string, unknown>) => R;
  /** Codes that a row gives that cannot be opened: the first that is a text that a report can show. */
  codesOf: (value: Record<string, unknown>) => unknown[];
  /** Takes rows of which each is about another record; one result for each. */
  take: (rows: R[]) => Promise<RowResult[]>;
}

/**
 * Rows in runs of as many as are about different records, so that what they need can be looked up and written for all at once. Rows
 * about one record follow each other: none of them sees it as it was before the one before. Equal ones in a run are one row.
 */
export async function inRuns<R extends Opened>(rows: JobRow[], { open, codesOf, take }: Runs<R>): Promise<RowResult[]> {
  const results = new Array<RowResult>(rows.length);
  let run = new Map<string, { row: R; first: number; copies: number[] }>();
  const flush = async () => {
    const all = [...run.values()];
    run = new Map();
    const taken = all.length ? await take(all.map(({ row }) => row)) : [];
    all.forEach(({ first, copies }, n) => {
      results[first] = taken[n]!;
      const { outcome } = taken[n]!;
      for (const copy of copies) results[copy] = outcome === 'refused' ? taken[n]! : { ...taken[n]!, outcome: 'unchanged' };
    });
  };
  const opened = await patiently(rows, ({ value }) => attempt(() => open(value), shown(codesOf(value))));
  for (const [index, row] of opened.entries()) {
    if ('outcome' in row) {
      results[index] = row;
      continue;
    }
    const before = run.get(row.about);
    if (before?.row.digest === row.digest) before.copies.push(index);
    else {
      if (before) await flush();
      run.set(row.about, { row, first: index, copies: [] });
    }
  }
  await flush();
  return results;
}

/** Work on each in turn; others of this process get their turn between. */
export async function patiently<T, R>(all: T[], work: (one: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) {
    results.push(work(one));
    if (results.length % 10 === 0) await setImmediate();
  }
  return results;
}

/** What the work answers, or why the row is refused. */
export function attempt<T>(work: () => T, code?: string): T | RowResult {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { outcome: 'refused', ...(code && { code }), problems: rowProblems(error) };
  }
}

const shown = (codes: unknown[]): string | undefined =>
  codes.find((code): code is string => typeof code === 'string' && /^[0-9A-Z]{1,33}$/.test(code));
