/** A refusal told as problem+json (RFC 9457). `rule` is the domain rule's id, `basis` the law behind it. */
export interface ProblemType {
  code: string;
  status: number;
  en: string;
  zh: string;
  rule?: string;
  basis?: string;
}

export interface FieldError {
  /** JSON Pointer into the body, or the name of the query parameter, header or path part. */
  pointer: string;
  code: string;
  detail: string;
}

export interface RefusalFacts {
  /** Fills `{name}` places of the texts. */
  values?: Record<string, string | number>;
  errors?: FieldError[];
  /** Further members, e.g. `state` and `acts` of a 409. */
  more?: Record<string, unknown>;
  headers?: Record<string, string>;
}

export class Refusal extends Error {
  constructor(
    readonly type: ProblemType,
    readonly facts: RefusalFacts = {},
  ) {
    super(`${type.code}: ${fill(type.en, facts.values)}`);
  }
}

const declared = new Map<string, ProblemType>();

/** Declares a module's refusals: `const refuse = problems('acceptance', {...}); throw refuse('notice-already-given')`. */
export function problems<K extends string>(module: string, table: Record<K, Omit<ProblemType, 'code'>>) {
  for (const [key, type] of Object.entries<Omit<ProblemType, 'code'>>(table)) {
    declared.set(`${module}.${key}`, { code: `${module}.${key}`, ...type });
  }
  return (key: K, facts?: RefusalFacts) => new Refusal(declared.get(`${module}.${key}`)!, facts);
}

export const allProblems = (): ProblemType[] => [...declared.values()];

export function fill(text: string, values: RefusalFacts['values'] = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
