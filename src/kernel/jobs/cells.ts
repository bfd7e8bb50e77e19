import type { FieldKind } from '../validation/fields';

/*
 * Spreadsheets run a cell that begins like a formula. Such a text is written with an apostrophe before it, and read without: what has
 * been written is read the same again, also where the text itself begins with apostrophes.
 */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const NEUTRAL = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

export const neutralised = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const genuine = (text: string): string => (NEUTRAL.test(text) ? text.slice(1) : text);

/** A value as a cell of CSV: text as it is, everything else as JSON, nothing as nothing. */
export function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? neutralised(value) : JSON.stringify(value);
}

/** The value of a cell; undefined where the field is neither text nor what the cell says. A wrong whole number stays the text it is. */
export function valueOf(cell: string, { kind, list }: { kind: FieldKind; list: boolean }): unknown {
  const text = genuine(cell);
  if (kind === 'other' || list) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return undefined;
    }
  }
  if (kind === 'whole' && /^-?(0|[1-9]\d{0,15})$/.test(text)) return Number(text);
  if (kind === 'flag' && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}
