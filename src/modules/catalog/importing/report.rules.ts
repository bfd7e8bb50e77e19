import { context } from '../../../kernel/http/context';
import { fill, type FieldError, type Refusal } from '../../../kernel/http/problem';

/** Why a row was refused: where, by which rule. */
export interface RowProblem extends FieldError {
  rule?: string;
}

/** A refusal as lines of a row's report: one for each field it names, or one for the row. */
export function rowProblems({ type, facts }: Refusal): RowProblem[] {
  const detail = fill(type[context().language], facts.values);
  const errors = (facts.errors ?? []) as RowProblem[];
  if (!errors.length) return [{ pointer: '', code: type.code, ...(type.rule && { rule: type.rule }), detail }];
  return errors.map((error) => ({ ...error, rule: error.rule ?? type.rule }));
}
