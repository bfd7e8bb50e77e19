import { context } from '../../../kernel/http/context';
import { refuse } from '../../../kernel/http/kernel.errors';
import { fill, type FieldError, type Refusal } from '../../../kernel/http/problem';

/** Why a row was refused: where, by which rule. */
export interface RowProblem extends FieldError {
  rule?: string;
}

/** A row that cannot be read: every field of it, under this rule unless it names its own. */
export const unreadable = (rule: string, errors: RowProblem[]): Refusal =>
  refuse('invalid', { errors: errors.map((error) => ({ rule, ...error })) });

/** A refusal as lines of a row's report: one for each field it names, or one for the row. */
export function rowProblems({ type, facts }: Refusal): RowProblem[] {
  const detail = fill(type[context().language], facts.values);
  const errors = (facts.errors ?? []) as RowProblem[];
  if (!errors.length) return [{ pointer: '', code: type.code, ...(type.rule && { rule: type.rule }), detail }];
  return errors.map((error) => ({ ...error, rule: error.rule ?? type.rule }));
}
