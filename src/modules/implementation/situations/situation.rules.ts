/** Holds when the situation applies and one of these options is its answer; several such clauses must all hold. */
export interface When {
  situation: string;
  anyOf: string[];
}

/** 情形: a question whose answer decides which materials, conditions, fields and fees apply. */
export interface Situation {
  code: string;
  question: string;
  /** `multiple` takes any number of options, none of them included. */
  choice: 'single' | 'multiple';
  options: { code: string; name: string }[];
  appliesWhen?: When[];
}

export interface Answer {
  situation: string;
  options: string[];
}

export type Applies = 'yes' | 'no' | 'open';

/** What the answers given so far say of a situation, of one clause, and of what stands under several. */
export interface Judgement {
  situation: (code: string) => Applies;
  clause: (clause: When) => Applies;
  part: (clauses: readonly When[] | undefined) => Applies;
}

/** The one place where answers decide what applies: what the guide says and what acceptance demands are this. */
export function judge(situations: readonly Situation[] = [], answers: readonly Answer[] = []): Judgement {
  const asked = new Map(situations.map((one) => [one.code, one]));
  const given = new Map(answers.map(({ situation, options }) => [situation, new Set(options)]));
  const known = new Map<string, Applies>();

  function situation(code: string): Applies {
    const before = known.get(code);
    if (before) return before;
    // Nobody gets into a circle of situations.
    known.set(code, 'no');
    const one = asked.get(code);
    const applies = one ? part(one.appliesWhen) : 'no';
    known.set(code, applies);
    return applies;
  }

  function clause({ situation: code, anyOf }: When): Applies {
    const applies = situation(code);
    const chosen = given.get(code);
    if (applies === 'no' || (chosen && !anyOf.some((option) => chosen.has(option)))) return 'no';
    return chosen ? applies : 'open';
  }

  function part(clauses: readonly When[] = []): Applies {
    const found = clauses.map(clause);
    return found.includes('no') ? 'no' : found.includes('open') ? 'open' : 'yes';
  }

  return { situation, clause, part };
}
