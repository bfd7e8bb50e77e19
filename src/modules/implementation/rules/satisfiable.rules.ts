import type { Situation, When } from '../situations/situation.rules';

/** Situations by their code; of a code that stands twice the first. */
export type Asked = ReadonlyMap<string, Situation>;

export const askedIn = (situations: readonly Situation[]): Asked =>
  new Map([...situations].reverse().map((one) => [one.code, one] as const));

/** Whether some answers make all clauses hold: all situations on the way to them are asked then, and have an answer that fits. */
export function canHold(asked: Asked, clauses: readonly When[]): boolean {
  const wanted = new Map<string, Set<string>>();
  const waiting = [...clauses];
  const reached = new Set<string>();
  for (let clause = waiting.pop(); clause; clause = waiting.pop()) {
    const one = asked.get(clause.situation);
    if (!one) return false;
    const options = new Set(one.options.map(({ code }) => code));
    const fitting = clause.anyOf.filter((code) => options.has(code) && (wanted.get(one.code)?.has(code) ?? true));
    if (!fitting.length) return false;
    // Of several options each clause may have its own; a single one must please them all.
    if (one.choice === 'single') wanted.set(one.code, new Set(fitting));
    if (!reached.has(one.code)) waiting.push(...(one.appliesWhen ?? []));
    reached.add(one.code);
  }
  return true;
}

/** Whether every answer makes all clauses hold: each names all options of a single choice that everybody meets. */
export function alwaysHolds(asked: Asked, clauses: readonly When[]): boolean {
  return clauses.every(({ situation, anyOf }) => {
    const one = asked.get(situation);
    return one?.choice === 'single' && one.options.every(({ code }) => anyOf.includes(code)) && !one.appliesWhen?.length;
  });
}

/** The situations that wait for themselves. */
export function circular(asked: Asked): Set<string> {
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const waiting = [from];
    for (let code = waiting.pop(); code !== undefined; code = waiting.pop()) {
      for (const { situation } of asked.get(code)?.appliesWhen ?? []) {
        if (situation === to) return true;
        if (!seen.has(situation)) waiting.push(situation);
        seen.add(situation);
      }
    }
    return false;
  };
  return new Set([...asked.keys()].filter((code) => reaches(code, code)));
}
