import type { FieldError } from '../../../kernel/http/problem';
import { hasControls, isBlank, pointerTo } from '../../../kernel/validation/text';

const UNFIT: Omit<FieldError, 'pointer'> = { code: 'text', detail: 'text that can be seen, without control characters' };

/** Texts within that nobody would see, or that hide something: they end on certificates. An empty text is no text. */
export function textFaults(value: unknown, pointer: string): FieldError[] {
  if (typeof value === 'string') return value !== '' && (hasControls(value) || isBlank(value)) ? [{ pointer, ...UNFIT }] : [];
  if (Array.isArray(value)) return value.flatMap((below, index) => textFaults(below, `${pointer}/${index}`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => {
    const at = pointerTo(pointer, name);
    return hasControls(name) ? [{ pointer: at, ...UNFIT }] : textFaults(below, at);
  });
}
