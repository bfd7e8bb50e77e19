import { setTimeout as sleep } from 'node:timers/promises';
import { History } from '../../src/kernel/history/history';
import { running, statements } from '../../src/kernel/persistence/db';
import { Tx } from '../../src/kernel/persistence/tx';
import { TimeLimitsFacade } from '../../src/modules/time-limits/time-limits.facade';
import { DISTRICT, eventually, givenCalendar, givenNow, REGION } from '../kit/given-calendar';
import { aLimit, clerkship, givenLimit, limitNow, newSubject, toldOf } from '../kit/given-limit';
import { World } from '../kit/world';

let w: World;
let limits: TimeLimitsFacade;
beforeAll(async () => {
  w = await World.open();
  limits = w.get(TimeLimitsFacade);
});
afterAll(() => w.close());

test('time-limits/T3: the day of receipt does not count, an evening receipt is of its day, and the regional holidays are free', async () => {
  const late = await givenLimit(w, { from: '2025-06-05T23:59:00+08:00' });
  expect(late).toMatchObject({ startedOn: '2025-06-05', dueOn: '2025-06-17', provisional: false, missing: [] });
  expect(late.dueAt).toBe('2025-06-17T16:00:00.000Z');
  expect((await givenLimit(w, { from: '2025-06-06T00:00:00+08:00' })).startedOn).toBe('2025-06-06');
  expect((await givenLimit(w, { from: '2025-06-05T10:00:00+08:00', unit: 'calendar-day' })).dueOn).toBe('2025-06-10');
});

test('time-limits/T12: a grant is to be delivered within ten working days', async () => {
  const { dueOn } = await givenLimit(w, { from: '2025-12-11T10:00:00+08:00', days: 10, kind: 'test.delivery' });
  expect(dueOn).toBe('2025-12-25');
});

test('time-limits/T1: a due day can be asked for without starting a limit; a place that does not exist has none', async () => {
  const span = { area: DISTRICT, days: 5, unit: 'working-day' as const };
  expect(await limits.dueOn({ ...span, from: '2025-06-05T10:00:00+08:00' })).toMatchObject({
    dueOn: '2025-06-17',
    provisional: false,
  });
  await expect(limits.dueOn({ ...span, area: '659999000000' })).rejects.toThrow('time-limits.no-calendar-for-area');
});

test('time-limits/T2: a due day that lacks a calendar says which, and becomes certain when it is published', async () => {
  await givenNow(w, '2026-06-10T10:00:00+08:00');
  const waiting = await givenLimit(w, { days: 8 });
  expect(waiting).toMatchObject({ dueOn: '2026-06-23', provisional: true, missing: ['regional 2026'] });
  const reaching = await givenLimit(w, { from: '2026-06-10T10:00:00+08:00', days: 160 });
  expect(reaching.missing).toEqual(['regional 2026', 'national 2027', 'regional 2027']);
  const elsewhere = await givenLimit(w, { area: DISTRICT, unit: 'calendar-day' });
  expect(elsewhere).toMatchObject({ provisional: false, missing: [] });

  await givenCalendar(w, 2026, [{ day: '2026-06-11', kind: 'holiday', name: '测试假日' }]);
  await eventually(async () => {
    expect(await limitNow(w, waiting)).toMatchObject({ dueOn: '2026-06-24', provisional: false, missing: [] });
    expect(await limitNow(w, reaching)).toMatchObject({ provisional: true, missing: ['national 2027', 'regional 2027'] });
  });
  const lines = await w.get(History).of('time-limits.limit', waiting.id);
  expect(lines.map(({ act }) => act)).toEqual(['start', 'reproject']);
  expect(lines[1]!.note).toMatchObject({ before: '2026-06-23', dueOn: '2026-06-24', missing: [] });
  expect(await toldOf(w, waiting)).toEqual(['limit-reprojected']);
  expect(await toldOf(w, elsewhere)).toEqual([]);

  expect(await givenLimit(w, { days: 8 })).toMatchObject({ dueOn: '2026-06-24', provisional: false });
});

test('time-limits/T8: a correction moves due days that were certain, and their explanation with them', async () => {
  const certain = await givenLimit(w, { from: '2026-06-10T10:00:00+08:00', days: 2 });
  expect(certain).toMatchObject({ dueOn: '2026-06-15', provisional: false });
  await givenCalendar(w, 2026, []);
  expect(await givenLimit(w, { from: '2026-06-10T10:00:00+08:00', days: 2 })).toMatchObject({ dueOn: '2026-06-12' });
  await eventually(async () => {
    const [explained] = await limits.explain(certain.subject);
    expect(explained).toMatchObject({ dueOn: '2026-06-12' });
    expect(explained!.clock.at(-1)).toMatchObject({ day: '2026-06-12', number: 2 });
  });
});

test('time-limits/T9: every day is explained: counted, weekend, holiday, make-up, paused and why', async () => {
  await givenNow(w, '2025-09-25T10:00:00+08:00');
  const { subject } = await givenLimit(w);
  await givenNow(w, '2025-09-29T10:00:00+08:00');
  await limits.pause(clerkship, subject, { reason: '听证', basis: '《行政许可法》第四十五条' });
  await givenNow(w, '2025-10-10T10:00:00+08:00');
  await limits.resume(clerkship, subject);
  const [explained] = await limits.explain(subject);
  expect(explained).toMatchObject({ dueOn: '2025-10-14', state: 'running', provisional: false });
  expect(explained!.clock.map(({ day, mark, number, why }) => [day.slice(5), mark, number, why])).toEqual([
    ['09-25', 'start', null, null],
    ['09-26', 'counted', 1, null],
    ['09-27', 'weekend', null, null],
    ['09-28', 'counted', 2, '国庆节'],
    ['09-29', 'paused', null, '听证'],
    ['09-30', 'paused', null, '听证'],
    ...['01', '02', '03', '04', '05'].map((day) => [`10-${day}`, 'holiday', null, expect.any(String)]),
    ...['06', '07', '08'].map((day) => [`10-${day}`, 'holiday', null, expect.any(String)]),
    ['10-09', 'paused', null, '听证'],
    ['10-10', 'paused', null, '听证'],
    ['10-11', 'counted', 3, '国庆节'],
    ['10-12', 'weekend', null, null],
    ['10-13', 'counted', 4, null],
    ['10-14', 'counted', 5, null],
  ]);
});

test('several limits of one act are two statements, and a subject has one open limit of a kind', async () => {
  const subject = newSubject();
  const wanted = ['test.statutory', 'test.promised', 'test.step'].map((kind) => aLimit({ subject, kind }));
  await limits.dueOn(wanted[0]!);
  const before = statements.count;
  const started = await limits.startAll(clerkship, wanted);
  // Begin, hold the edition, write, commit.
  expect(statements.count - before).toBe(4);
  expect(started.map(({ kind }) => kind)).toEqual(wanted.map(({ kind }) => kind));
  await expect(limits.start(clerkship, aLimit({ subject, kind: 'test.step' }))).rejects.toMatchObject({ code: '23505' });
  await limits.meet(clerkship, subject, 'test.step');
  await limits.start(clerkship, aLimit({ subject, kind: 'test.step' }));
  expect((await limits.of([subject])).map(({ state }) => state)).toEqual(['running', 'running', 'met', 'running']);
});

test('time-limits/T2: a limit that is being started while its calendar is published does not stay without it', async () => {
  await givenNow(w, '2026-06-10T10:00:00+08:00');
  let published: Promise<void> | undefined;
  const limit = await w.get(Tx).run(async () => {
    const started = await givenLimit(w, { from: '2027-06-10T10:00:00+08:00' });
    published = running.exit(() => givenCalendar(w, 2027, [], REGION));
    await sleep(300);
    return started;
  });
  expect(limit.missing).toEqual(['national 2027', 'regional 2027']);
  await published;
  await eventually(async () => expect((await limitNow(w, limit)).missing).toEqual(['national 2027']));
});
