/** What any text must be, wherever it comes from: PostgreSQL refuses NUL, UTF-8 has no lone surrogates. */
export function textFault(text: string): 'nul' | 'surrogate' | null {
  if (text.includes('\0')) return 'nul';
  return text.isWellFormed() ? null : 'surrogate';
}

// Control and format characters and line separators. Line breaks and tabs are for long texts; joiners are part of Arabic script.
const CONTROLS = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
// Letters and symbols by name that show nothing: Hangul fillers and the empty Braille cell.
const SHOWN = /(?![\u115f\u1160\u2800\u3164\uffa0])[\p{L}\p{N}\p{P}\p{S}]/u;

export const hasControls = (text: string): boolean => CONTROLS.test(text);

/** Whether nobody would see anything of it. */
export const isBlank = (text: string): boolean => !SHOWN.test(text);

/** Length as people count: code points, so that supplementary Han characters count once. */
export const lengthOf = (text: string): number => [...text].length;

/** A calendar day that exists, `YYYY-MM-DD`; PostgreSQL has no year 0. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** RFC 3339 instant with offset whose day exists. */
export function isInstant(text: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.exec(text);
  return parts !== null && isDay(parts[1]!);
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);

/** The JSON Pointer (RFC 6901) of a member of what stands at `above`. */
export const pointerTo = (above: string, name: string): string => `${above}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`;

const MAX_DEPTH = 20;

export interface JsonFault {
  pointer: string;
  code: 'too-deep' | 'nul' | 'surrogate' | 'unsafe-number' | 'forbidden-key';
}

/** The first thing in a parsed JSON value that no field may ever hold. */
export function jsonFault(value: unknown, pointer = '', depth = 0): JsonFault | null {
  if (depth > MAX_DEPTH) return { pointer: '', code: 'too-deep' };
  if (typeof value === 'string') {
    const code = textFault(value);
    return code && { pointer, code };
  }
  if (typeof value === 'number') {
    const safe = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value) && Math.abs(value) < 1e15;
    return safe ? null : { pointer, code: 'unsafe-number' };
  }
  if (value === null || typeof value !== 'object') return null;
  for (const [key, below] of Object.entries(value)) {
    const at = pointerTo(pointer, key);
    // What every object has by that name hides a field from whoever looks for it.
    if (key === 'prototype' || key in Object.prototype) return { pointer: at, code: 'forbidden-key' };
    if (textFault(key)) return { pointer, code: 'nul' };
    const fault = jsonFault(below, at, depth + 1);
    if (fault) return fault;
  }
  return null;
}
