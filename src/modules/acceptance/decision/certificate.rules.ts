import type { GuideResult } from '../../implementation/implementation.facade';
import { isBlank } from '../../../kernel/validation/text';
import { refuse } from '../acceptance.errors';

/** The fields of the certificate: those the guide names, from the decision or else from the form. */
export function certificateFields(
  { fields = [] }: GuideResult,
  form: Record<string, unknown>,
  given: Record<string, unknown> = {},
): Record<string, unknown> {
  const beyond = Object.keys(given).filter((name) => !fields.includes(name));
  if (beyond.length) throw refuse('beyond-the-guide', { values: { what: beyond.join(', ') } });
  const filled = Object.fromEntries(fields.map((name) => [name, given[name] ?? form[name]]));
  const empty = fields.filter((name) => isEmpty(filled[name]));
  if (empty.length) throw refuse('certificate-fields-missing', { values: { what: empty.join(', ') } });
  return filled;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isBlank(value));

/** The last day of so many months that begin on `from`: 2026-01-31 and one month end on 2026-02-27. */
export function lastDay(from: string, months: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const daysInMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = Date.UTC(year, month - 1 + months, Math.min(day, daysInMonth)) - 24 * 3_600_000;
  return new Date(end).toISOString().slice(0, 10);
}
