import type { GuideSearchQuery } from './guide-search.inputs';

/** The database compares letters and digits alone (implementation.search_key); fewer than two find nothing. */
export const isLongEnough = (q: string): boolean => [...q.normalize('NFKC').matchAll(/[\p{L}\p{N}]/gu)].length > 1;

/** A basic code, or the beginning of a list's code from the organization on. */
export const isCode = (q: string): boolean => /^(\d{9}(\d{3}|0\dY|W\d{2})|[0-9A-HJ-NPQRTUWXY]{18}[0-9A-Z]{0,15})$/.test(q);

/** The filters as the words that stand beside the letters; `usable` are the divisions whose organs may be gone to. */
export function filterWords(query: GuideSearchQuery, usable?: readonly string[]): string | null {
  const { division, organization, itemType, department, audience, theme, onlineDepth } = query;
  const all = [
    usable && anyOf(usable.map((code) => `d:${code}`)),
    ...Object.entries({ u: division, o: organization, t: itemType, p: department, a: audience, h: theme, n: onlineDepth }).map(
      ([kind, value]) => value !== undefined && quoted(`${kind}:${value}`),
    ),
  ].filter(Boolean);
  return all.length ? all.join(' & ') : null;
}

const quoted = (word: string): string => `'${word}'`;
const anyOf = (words: string[]): string => `(${words.map(quoted).join(' | ')})`;
