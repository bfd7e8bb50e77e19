import { platform } from '../../src/kernel/authz/actor';
import type { SubjectRef } from '../../src/kernel/events/subject';
import { uuidv7 } from '../../src/kernel/persistence/uuid';
import { type LimitCard, type NewLimit, TimeLimitsFacade } from '../../src/modules/time-limits/time-limits.facade';
import { DISTRICT } from './given-calendar';
import type { World } from './world';

export const clerkship = platform('test');

export const newSubject = (): SubjectRef => ({ kind: 'test.matter', id: uuidv7() });

/** A limit on a subject of its own: five working days in 天山区 from now, unless told. */
export function aLimit(facts: Partial<NewLimit> = {}): NewLimit {
  const common = { kind: 'test.limit', area: DISTRICT, days: 5, unit: 'working-day' as const, basis: '《行政许可法》第四十二条' };
  return { subject: newSubject(), ...common, ...facts };
}

export const givenLimit = (w: World, facts: Partial<NewLimit> = {}): Promise<LimitCard> =>
  w.get(TimeLimitsFacade).start(clerkship, aLimit(facts));

export const limitNow = async (w: World, { subject }: LimitCard): Promise<LimitCard> =>
  (await w.get(TimeLimitsFacade).of([subject]))[0]!;

/** What has been told about a limit, in order. */
export async function toldOf(w: World, { id }: Pick<LimitCard, 'id'>): Promise<string[]> {
  const rows = await w.rows<{ name: string }>(
    `select name from kernel.fact where subject_kind = 'time-limits.limit' and subject_id = $1 order by seq`,
    [id],
  );
  return rows.map(({ name }) => name.replace('time-limits.', ''));
}
