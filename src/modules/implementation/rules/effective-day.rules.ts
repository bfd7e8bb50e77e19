import { shanghaiDay } from '../../../kernel/clock/day';
import { refusePublication } from '../publication.errors';

/** implementation/I9: a later day begins at its midnight in the region; today is now; a day that is over is refused. */
export function beginning(day: string, now: string): string | undefined {
  const today = shanghaiDay(now);
  if (day === today) return undefined;
  if (day > today) return `${day}T00:00:00+08:00`;
  throw refusePublication('effective-too-early', {
    values: { today },
    errors: [{ pointer: '/effectiveFrom', code: 'implementation.effective-too-early', detail: `${today} or later` }],
  });
}
