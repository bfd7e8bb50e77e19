import { Clock } from '../../src/kernel/clock/clock';
import { staff } from './actors';
import type { World } from './world';

export const REGION = '650000000000';
export const DISTRICT = '650102000000';

interface PublishedDay {
  day: string;
  kind: 'holiday' | 'make-up';
  name: string;
}

/** Publishes the days of an area for a year, once; with none the year is known to have no days of its own. */
export async function givenCalendar(w: World, year: number, days: PublishedDay[] = [], area = REGION): Promise<void> {
  const { agent } = await staff(w, { role: 'platform-operator' });
  const { headers } = await agent.get(`/v1/calendars/${area}/${year}`).expect(200);
  const publication = { notice: `测试用${year}年通知`, days };
  const { body } = await agent.post(`/v1/calendars/${area}/${year}/preview`, publication).expect(200);
  const { digest: preview } = body as { digest: string };
  await agent
    .with({ 'if-match': headers.etag! })
    .put(`/v1/calendars/${area}/${year}`, { ...publication, preview })
    .expect(200);
}

/** Sets business time to an instant, back as well as forward: 2025 is the last year whose calendars are all known. */
export async function givenNow(w: World, instant: string): Promise<void> {
  const clock = w.get(Clock);
  const seconds = (Date.parse(instant) - Date.parse(await clock.now())) / 1000;
  await clock.turn(`${seconds} seconds`);
}

/** Waits until the answer is as expected: sweeps come about once a second. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (const until = Date.now() + 15_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
