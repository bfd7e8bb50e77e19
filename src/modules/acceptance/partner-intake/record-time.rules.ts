import { isInstant } from '../../../kernel/validation/text';

export const TIME = /^[\d:TZ.+ -]{14,32}$/;

/**
 * An instant as the exchange tables write it, `2026-01-05 10:30:00` or 20260105103000 in the time of the region, or with its offset as
 * RFC 3339 has it; undefined where it is none.
 */
export function instantOf(text: string): string | undefined {
  const plain = /^(\d{4})-?(\d{2})-?(\d{2})[ T]?(\d{2}):?(\d{2}):?(\d{2})$/.exec(text);
  const written = plain ? `${plain[1]}-${plain[2]}-${plain[3]}T${plain[4]}:${plain[5]}:${plain[6]}+08:00` : text;
  return isInstant(written) ? new Date(written).toISOString() : undefined;
}
