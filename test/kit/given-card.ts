import { staff, type Somebody } from './actors';
import { givenNow } from './given-calendar';
import { type Desk, type GivenCase, givenCase, givenDesk } from './given-case';
import type { World } from './world';

export interface GivenCard {
  id: string;
  desk: Desk;
  kase: GivenCase;
  supervisor: Somebody;
}

/** A Monday; five working days later is the next one. All calendars of the year are known. */
const MONDAY = '2025-07-07T03:00:00Z';

/**
 * A case that nobody answers, brought to the day its first limit warns (four days) or has run out (eight days), and its card.
 * With `from: null` the clock only goes forward.
 */
export async function givenCard(
  w: World,
  colour: 'yellow' | 'red' = 'red',
  { from = MONDAY }: { from?: string | null } = {},
): Promise<GivenCard> {
  if (from) await givenNow(w, from);
  const desk = await givenDesk(w);
  const kase = await givenCase(desk);
  await w.settle();
  await w.turnClock({ days: 4 });
  if (colour === 'red') await w.turnClock({ days: from ? 4 : 14 });
  const supervisor = await staff(w, { role: 'supervisor', area: '650100000000' });
  const list = `/v1/supervision/cards?organization=${desk.guide.organization.id}&colour=${colour}`;
  const { body } = await supervisor.agent.get(list).expect(200);
  return { id: (body as { items: { id: string }[] }).items[0]!.id, desk, kase, supervisor };
}
