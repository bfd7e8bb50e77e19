import { context } from '../http/context';
import { refuse } from '../http/kernel.errors';
import { fill, type Refusal } from '../http/problem';
import type { RowProblem } from './job-kind';

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

/** No list of a row has so many items; to look at each of them would take longer than all other rows together. */
const MOST = 100;

export function mustBeShort(rule: string, parts: Record<string, object>): void {
  const long = Object.entries(parts).flatMap(([above, part]) =>
    Object.entries(part).flatMap(([name, list]) => (Array.isArray(list) && list.length > MOST ? [`${above}/${name}`] : [])),
  );
  if (!long.length) return;
  throw unreadable(
    rule,
    long.map((pointer) => ({ pointer, code: 'list', detail: `a list of at most ${MOST} items` })),
  );
}
