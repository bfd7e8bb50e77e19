import { History } from '../../src/kernel/history/history';
import { Reprojection } from '../../src/modules/time-limits/limit/reprojection.service';
import { TimeLimitsFacade } from '../../src/modules/time-limits/time-limits.facade';
import { createPlatform } from '../../src/platform';
import { type Somebody, staff } from '../kit/actors';
import { DISTRICT, eventually, givenNow, REGION } from '../kit/given-calendar';
import { aLimit, clerkship, givenLimit, limitNow, newSubject, toldOf } from '../kit/given-limit';
import { World } from '../kit/world';

let w: World;
let administrator: Somebody;
let limits: TimeLimitsFacade;
beforeAll(async () => {
  w = await World.open();
  limits = w.get(TimeLimitsFacade);
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  administrator = await staff(w, { role: 'service-administrator', area: REGION });
});
afterAll(() => w.close());

const OTHER = '650103000000';
const holiday = (day: string) => ({ day, kind: 'holiday', name: '大厅检修' });
const path = (area: string) => `/v1/calendars/${area}/2025`;
const plan = (...days: string[]) => ({ notice: '大厅停办公告', days: days.map(holiday) });

async function preview(area: string, body: object, query = '') {
  const answer = await administrator.agent.post(`${path(area)}/preview${query}`, body).expect(200);
  return answer.body as {
    digest: string;
    later: number;
    earlier: number;
    items: { limitId: string }[];
    nextCursor: string | null;
  };
}

async function publish(area: string, body: object) {
  const { headers } = await administrator.agent.get(path(area)).expect(200);
  return administrator.agent.with({ 'if-match': headers.etag! }).put(path(area), body);
}

test('time-limits/T8: every moved day is seen before, page by page; publishing names the digest, then moves them with history', async () => {
  const started = await limits.startAll(clerkship, [aLimit(), aLimit(), aLimit({ days: 8 })]);
  const elsewhere = await givenLimit(w, { area: OTHER });
  const natural = await givenLimit(w, { unit: 'calendar-day' });
  const [early] = await limits.startAll(clerkship, [aLimit({ days: 1 })]);
  const body = plan('2025-07-10');

  const seen = await preview(DISTRICT, body, '?limit=2');
  expect(seen).toMatchObject({ later: 3, earlier: 0, certain: 0, days: body.days });
  expect(seen.items).toMatchObject(
    started.slice(0, 2).map(({ id, subject }) => ({
      ...{ limitId: id, subjectKind: subject.kind, subjectId: subject.id, kind: 'test.limit', area: DISTRICT },
      ...{ before: '2025-07-14', after: '2025-07-15' },
    })),
  );
  const rest = await preview(DISTRICT, body, `?limit=2&cursor=${seen.nextCursor!}`);
  expect(rest.items.map(({ limitId }) => limitId)).toEqual([started[2]!.id]);
  expect(rest).toMatchObject({ nextCursor: null, digest: seen.digest });
  await administrator.agent.post(`${path(DISTRICT)}/preview?cursor=nothing`, body).expect(400);

  const unseen = await publish(DISTRICT, body);
  expect(unseen.status).toBe(422);
  expect(unseen.body).toMatchObject({ code: 'time-limits.preview-not-seen', rule: 'time-limits/T8' });
  expect((await publish(DISTRICT, { ...plan('2025-07-11'), preview: seen.digest })).status).toBe(409);
  expect((await publish(DISTRICT, { ...body, preview: seen.digest })).status).toBe(200);

  await eventually(async () => {
    for (const limit of started.slice(0, 2)) expect(await limitNow(w, limit)).toMatchObject({ dueOn: '2025-07-15' });
    expect(await limitNow(w, started[2]!)).toMatchObject({ dueOn: '2025-07-18' });
  });
  const lines = await w.get(History).of('time-limits.limit', started[0]!.id);
  expect(lines.at(-1)).toMatchObject({ act: 'reproject', note: { before: '2025-07-14', dueOn: '2025-07-15' } });
  expect(await toldOf(w, started[0]!)).toEqual(['limit-reprojected']);
  for (const still of [elsewhere, natural, early!]) expect(await toldOf(w, still)).toEqual([]);

  // And back again: nothing that is past has changed.
  const back = { notice: '大厅不停办公告', days: [] };
  const { digest, earlier } = await preview(DISTRICT, back);
  expect(earlier).toBe(3);
  expect((await publish(DISTRICT, { ...back, preview: digest })).status).toBe(200);
  await eventually(async () => expect(await limitNow(w, started[0]!)).toMatchObject({ dueOn: '2025-07-14' }));
});

test('time-limits/T8: one more that moves alike sends nobody back to look again, one that moves otherwise does', async () => {
  const area = '650104000000';
  await givenLimit(w, { area });
  const body = plan('2025-07-10');
  const { digest } = await preview(area, body);
  await givenLimit(w, { area });
  expect((await preview(area, body)).digest).toBe(digest);
  await givenLimit(w, { area, days: 7 });
  const refused = await publish(area, { ...body, preview: digest });
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({ code: 'time-limits.preview-changed', rule: 'time-limits/T8' });
  const again = await preview(area, body);
  expect(again.digest).not.toBe(digest);
  expect((await publish(area, { ...body, preview: again.digest })).status).toBe(200);
});

test('time-limits/T8: a clock that stands, or has stood, is in the preview with its pauses and moves with them', async () => {
  const area = '650105000000';
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const [stands, stood] = await limits.startAll(clerkship, [aLimit({ area }), aLimit({ area })]);
  const pause = { reason: '检测', basis: '《行政许可法》第四十五条' };
  for (const { subject } of [stands!, stood!]) await limits.pause(clerkship, subject, pause);
  await givenNow(w, '2025-07-09T10:00:00+08:00');
  await limits.resume(clerkship, stood!.subject);
  const body = plan('2025-07-14');
  const seen = await preview(area, body);
  expect(seen).toMatchObject({ later: 2 });
  expect(seen.items).toMatchObject([
    { limitId: stands!.id, before: '2025-07-16', after: '2025-07-17' },
    { limitId: stood!.id, before: '2025-07-16', after: '2025-07-17' },
  ]);
  expect((await publish(area, { ...body, preview: seen.digest })).status).toBe(200);
  await eventually(async () => expect(await limitNow(w, stood!)).toMatchObject({ dueOn: '2025-07-17' }));
  await limits.resume(clerkship, stands!.subject);
  expect(await limitNow(w, stands!)).toMatchObject({ dueOn: '2025-07-17' });
});

test('time-limits/T8: two processes follow a publication at once, after one has stopped in the middle, and tell each move once', async () => {
  const area = '650106000000';
  await givenNow(w, '2025-07-07T10:00:00+08:00');
  const started = await limits.startAll(
    clerkship,
    Array.from({ length: 1_200 }, () => aLimit({ area, subject: newSubject() })),
  );
  const body = plan('2025-07-10');
  const { digest } = await preview(area, body);
  expect((await publish(area, { ...body, preview: digest })).status).toBe(200);
  const other = await createPlatform(w.config, true);
  try {
    const sweeps = [w.get(Reprojection), other.get(Reprojection, { strict: false })];
    await Promise.all(sweeps.map((each) => each.sweep()));
    await eventually(async () => {
      const rows = await w.rows('select 1 from time_limits.calendar_change where done_at is null');
      expect(rows).toEqual([]);
    });
    // As if the process that followed it had not come to say so.
    await w.rows(`update time_limits.calendar_change set done_at = null, after_limit = $2 where area = $1`, [
      area,
      started[499]!.id,
    ]);
    await Promise.all(sweeps.map((each) => each.sweep()));
  } finally {
    await other.close();
  }
  const told = await w.rows(
    `select count(*)::int as facts, count(distinct subject_id)::int as limits from kernel.fact
     where name = 'time-limits.limit-reprojected' and subject_id = any($1::uuid[])`,
    [started.map(({ id }) => id)],
  );
  expect(told).toEqual([{ facts: 1_200, limits: 1_200 }]);
});
