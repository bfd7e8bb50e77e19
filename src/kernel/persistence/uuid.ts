import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

const fixed = new AsyncLocalStorage<{ name: string; count: number }>();

/** Keys are made here, not in the database: an act knows its id before it is written. */
export function uuidv7(): string {
  const naming = fixed.getStore();
  return naming ? fixedId(`${naming.name}#${naming.count++}`) : v7();
}

const nameOf = (kind: string, name: string): string => `demo-region ${kind} ${name}`;

/** The id that a record of the demo region has in every installation; `nth` counts what was made along with it. */
export const demoId = (kind: string, name: string, nth = 0): string => fixedId(`${nameOf(kind, name)}#${nth}`);

/** Gives the records made by this work ids that follow from kind and name. */
export const withFixedIds = <T>(kind: string, name: string, work: () => Promise<T>): Promise<T> =>
  fixed.run({ name: nameOf(kind, name), count: 0 }, work);

// A version 7 UUID of 1 January 2026 whose random part is the name's digest.
function fixedId(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex');
  return `019b76da-a800-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`;
}
