import { digest } from '../../../kernel/history/history';
import { pointerTo } from '../../../kernel/validation/text';

/** One place in which two documents differ; a side that has nothing there is absent. */
export interface Difference {
  pointer: string;
  before?: unknown;
  after?: unknown;
}

/** catalog/C4: what differs between two published documents. Lists of coded things are compared by code, other lists as a whole. */
export function diff(before: unknown, after: unknown, pointer = ''): Difference[] {
  if (same(before, after)) return [];
  const [left, right] = [byKey(before), byKey(after)];
  if (!left || !right) return [{ pointer, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys.flatMap((key) => diff(left[key], right[key], pointerTo(pointer, key)));
}

const same = (a: unknown, b: unknown): boolean => a === b || (a !== undefined && b !== undefined && digest(a) === digest(b));

function byKey(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!Array.isArray(value)) return value as Record<string, unknown>;
  const coded = value.every((each): each is { code: string } => typeof (each as { code?: unknown } | null)?.code === 'string');
  return coded && value.length ? Object.fromEntries(value.map((each) => [each.code, each])) : undefined;
}
