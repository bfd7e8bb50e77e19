import { addDays } from '../../../kernel/clock/day';

export const RENEWAL = 'licences.renewal';

/** 《行政许可法》第五十条: a renewal is asked for thirty days before the licence expires. */
const ASKED_BEFORE = 30;
/** No law says when to remind; thirty days are left to ask. */
export const REMINDED_BEFORE = 30;

/** The last day to ask for a renewal; none for a licence that is over too soon for that. */
export function lastDayToAsk(validUntil: string | null, today: string): string | undefined {
  if (validUntil === null) return undefined;
  const day = addDays(validUntil, -ASKED_BEFORE);
  return day > today ? day : undefined;
}
