import type { FieldError } from '../../kernel/http/problem';

/** What a list names a second time. */
export function namedTwice(field: string, values: readonly string[]): FieldError[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ pointer: `/${field}/${index}`, code: 'twice', detail: 'named before' }] : [],
  );
}
