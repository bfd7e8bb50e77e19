/** A record's states and the acts that lead from one to the next: the table that guards, `acts`, diagrams and tests read. */
export interface Step<S extends string> {
  from: readonly S[];
  /** `unchanged`: the act leaves a history line and facts, the state stays. */
  to: S | 'unchanged';
  zh: string;
}

export interface Lifecycle<S extends string, A extends string> {
  name: string;
  steps: Record<A, Step<S>>;
  allows(act: A, state: S): boolean;
  actsFrom(state: S): A[];
}

const declared: Lifecycle<string, string>[] = [];

export function lifecycle<S extends string, A extends string>(name: string, steps: Record<A, Step<S>>): Lifecycle<S, A> {
  const table: Lifecycle<S, A> = {
    name,
    steps,
    allows: (act, state) => steps[act].from.includes(state),
    actsFrom: (state) => (Object.keys(steps) as A[]).filter((act) => steps[act].from.includes(state)),
  };
  declared.push(table);
  return table;
}

export const allLifecycles = (): readonly Lifecycle<string, string>[] => declared;
