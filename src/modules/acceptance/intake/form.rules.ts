import { withoutIdentifiers } from '../../../kernel/validation/identifiers';

type Schema = Record<string, unknown>;
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema that knows all its fields, at every level: what it does not name is refused, unless it says otherwise itself. */
export function closed(schema: Schema): Schema {
  const copy: Schema = { ...schema };
  delete copy.$schema;
  if (isSchema(copy.properties)) {
    copy.properties = Object.fromEntries(
      Object.entries(copy.properties).map(([name, below]) => [name, isSchema(below) ? closed(below) : below]),
    );
  }
  if (isSchema(copy.items)) copy.items = closed(copy.items);
  const says = 'additionalProperties' in copy || 'unevaluatedProperties' in copy;
  return (copy.type === 'object' || isSchema(copy.properties)) && !says ? { ...copy, unevaluatedProperties: false } : copy;
}

export const fieldsOf = (schema: Schema): string[] => (isSchema(schema.properties) ? Object.keys(schema.properties) : []);

/** P3: hides all but the last four of what looks like an identity, phone or account number, wherever it stands. */
export function masked(value: unknown): unknown {
  if (typeof value === 'string') return withoutIdentifiers(value).replace(/[\d０-９]{6,}[\d０-９XＸ]/gi, hide);
  if (typeof value === 'number') return Math.abs(value) >= 1e6 && Number.isInteger(value) ? hide(String(value)) : value;
  if (Array.isArray(value)) return value.map(masked);
  if (isSchema(value)) return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, masked(below)]));
  return value;
}

const hide = (text: string): string => '*'.repeat(text.length - 4) + text.slice(-4);
