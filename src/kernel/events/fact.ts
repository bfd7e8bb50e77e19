/** A kind of fact: what happened, as ids and values that stay true. No personal data. */
export interface FactKind<P> {
  (payload: P): Told;
  readonly called: string;
}

/** A fact about to be written with the record that tells it. */
export interface Told {
  name: string;
  payload: object;
}

/** A fact as listeners receive it. */
export interface Fact<P = unknown> {
  id: string;
  name: string;
  payload: P;
  subjectKind: string;
  subjectId: string;
  /** Version of the subject when it was told: order within the subject. */
  seq: number;
  actor: { kind: string; id: string };
  at: string;
}

export type FactOf<K> = K extends FactKind<infer P> ? Fact<P> : never;

const declared = new Set<string>();

/** Declares a kind of fact: `export const CaseAccepted = fact<{ caseId: string }>('acceptance.case-accepted')`. */
export function fact<P extends object>(called: string): FactKind<P> {
  if (declared.has(called)) throw new Error(`fact ${called} is declared twice`);
  declared.add(called);
  return Object.assign((payload: P): Told => ({ name: called, payload }), { called });
}

export const allFacts = (): string[] => [...declared].sort();
