import { TimeLimitsFacade } from '../../src/modules/time-limits/time-limits.facade';
import { staff } from '../kit/actors';
import { DISTRICT, givenNow, REGION } from '../kit/given-calendar';
import { World } from '../kit/world';

let w: World;
beforeAll(async () => {
  w = await World.open();
  await givenNow(w, '2025-06-01T04:00:00Z');
});
afterAll(() => w.close());

const read = async (area: string, year: number) => (await w.as().get(`/v1/calendars/${area}/${year}`).expect(200)).body;
const holiday = (day: string, name = '测试假日') => ({ day, kind: 'holiday', name });
const makeUp = (day: string) => ({ day, kind: 'make-up', name: '测试调休' });

test('time-limits/T1: a district counts with national and regional days, each explained with its source', async () => {
  const calendar = await read(DISTRICT, 2025);
  expect(calendar).toMatchObject({ area: DISTRICT, year: 2025, version: 0, missing: [], workingDays: 244 });
  expect(calendar.layers.map(({ source, area }: { source: string; area: string }) => [source, area]).sort()).toEqual([
    ['national', '000000000000'],
    ['regional', REGION],
  ]);
  const days = new Map<string, object>(calendar.days.map((day: { day: string }) => [day.day, day]));
  expect(days.get('2025-06-09')).toMatchObject({ working: false, kind: 'holiday', name: '古尔邦节', source: 'regional' });
  expect(days.get('2025-09-28')).toMatchObject({ working: true, kind: 'make-up', source: 'national' });
});

test('time-limits/T2: a year whose notice is not in says so instead of guessing', async () => {
  expect((await read(DISTRICT, 2026)).missing).toEqual(['regional 2026']);
  expect(await read(REGION, 2027)).toMatchObject({ missing: ['national 2027', 'regional 2027'], days: [], layers: [] });
  expect((await read('000000000000', 2026)).missing).toEqual([]);
});

test('a calendar of no division, and a year out of reach, do not exist', async () => {
  await w.as().get('/v1/calendars/659999000000/2026').expect(404);
  await w.as().get(`/v1/calendars/${DISTRICT}/1999`).expect(404);
  const { agent } = await staff(w, { role: 'platform-operator' });
  const nowhere = agent.with({ 'if-match': '"0"' }).put('/v1/calendars/659999000000/2026', { notice: '通知', days: [] });
  await nowhere.expect(404);
});

test('time-limits/T1: an administrator publishes closures of the own district; each publication is a further version', async () => {
  const { agent } = await staff(w, { role: 'service-administrator', area: DISTRICT });
  const publication = { notice: '大厅停办公告', days: [holiday('2025-07-16'), holiday('2025-07-15')] };
  const path = `/v1/calendars/${DISTRICT}/2025`;
  await agent.put(path, publication).expect(428);
  await agent.with({ 'if-match': '"3"' }).put(path, publication).expect(412);
  const first = await agent.with({ 'if-match': '"0"' }).put(path, publication).expect(200);
  expect(first.headers.etag).toBe('"1"');
  expect(first.body.workingDays).toBe(242);
  expect(first.body.days).toContainEqual({
    day: '2025-07-15',
    kind: 'holiday',
    name: '测试假日',
    source: 'place',
    working: false,
  });

  await agent.with({ 'if-match': '"0"' }).put(path, publication).expect(412);
  const again = await agent.with({ 'if-match': '"1"' }).put(path, publication).expect(200);
  expect(again.body).toEqual(first.body);
  const corrected = await agent
    .with({ 'if-match': '"1"' })
    .put(path, { ...publication, days: [holiday('2025-07-15')] })
    .expect(200);
  expect(corrected.body).toMatchObject({ version: 2, workingDays: 243 });
  expect(corrected.body.edition).toBeGreaterThan(first.body.edition);
  expect(await read('650103000000', 2025)).toMatchObject({ version: 0, workingDays: 244 });
  const issues = await w.rows(
    `select d.number, count(*)::int from time_limits.calendar c join time_limits.calendar_day d on d.calendar_id = c.id
     where c.area = $1 group by 1 order by 1`,
    [DISTRICT],
  );
  expect(issues).toEqual([
    { number: 1, count: 2 },
    { number: 2, count: 1 },
  ]);
});

test('time-limits/T1: nobody publishes for an area that is not theirs, nor an administrator for the nation', async () => {
  const { agent } = await staff(w, { role: 'service-administrator', area: DISTRICT });
  const put = (area: string) => agent.with({ 'if-match': '"0"' }).put(`/v1/calendars/${area}/2028`, { notice: '通知', days: [] });
  await put(REGION).expect(403);
  await put('650103000000').expect(403);
  await put('000000000000').expect(403);
  const clerk = await staff(w, { role: 'clerk' });
  await clerk.agent.with({ 'if-match': '"0"' }).put(`/v1/calendars/${DISTRICT}/2028`, { notice: '通知', days: [] }).expect(403);
});

test('time-limits/T1: what no notice can say is refused, all faults at once', async () => {
  const { agent } = await staff(w, { role: 'service-administrator', area: REGION });
  const days = [holiday('2027-03-10'), holiday('2026-12-31'), holiday('2027-03-10'), makeUp('2027-03-11'), makeUp('2027-03-13')];
  const refused = await agent
    .with({ 'if-match': '"0"' })
    .put(`/v1/calendars/${REGION}/2027`, { notice: '通知', days })
    .expect(422);
  expect(refused.body).toMatchObject({ code: 'time-limits.days-do-not-fit', rule: 'time-limits/T1' });
  expect(refused.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
    ['/days/1/day', 'outside-year'],
    ['/days/2/day', 'twice'],
    ['/days/3/day', 'works-already'],
  ]);
  const shapeless = { notice: '通知', days: [{ day: '2027-02-30', kind: 'feast', name: '' }] };
  const wrong = await agent.with({ 'if-match': '"0"' }).put(`/v1/calendars/${REGION}/2027`, shapeless).expect(422);
  expect(wrong.body).toMatchObject({ code: 'kernel.invalid' });
  expect((await read(REGION, 2027)).version).toBe(0);
});

test('time-limits/T1: of two who publish at once from the same version, one is told that it has changed', async () => {
  const { agent } = await staff(w, { role: 'service-administrator', area: '650104000000' });
  const put = (name: string) =>
    agent
      .with({ 'if-match': '"0"' })
      .put('/v1/calendars/650104000000/2026', { notice: name, days: [holiday('2026-12-01', name)] });
  const answers = await Promise.all([put('甲'), put('乙')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('time-limits/T1: loading the calendars again changes nothing, and leaves alone what people have published', async () => {
  const count = () => w.rows('select count(*)::int, max(edition) as edition from time_limits.calendar_issue');
  const before = await count();
  await w.get(TimeLimitsFacade).loadCalendars();
  expect(await count()).toEqual(before);

  const { agent } = await staff(w, { role: 'platform-operator' });
  const { headers } = await agent.get(`/v1/calendars/${REGION}/2022`);
  const publication = { notice: '更正', days: [holiday('2022-05-05')] };
  await agent.with({ 'if-match': headers.etag! }).put(`/v1/calendars/${REGION}/2022`, publication).expect(200);
  await w.get(TimeLimitsFacade).loadCalendars();
  expect((await read(REGION, 2022)).layers).toContainEqual(expect.objectContaining({ notice: '更正', version: 2 }));
});

test('time-limits/T1: an issue that was published is not rewritten, not even in the database', async () => {
  await expect(w.rows(`update time_limits.calendar_day set name = '别名'`)).rejects.toThrow('append-only');
  await expect(w.rows(`delete from time_limits.calendar_issue`)).rejects.toThrow('append-only');
});

test('time-limits/T1: a place closes on ten working days a year at most and on none that is past; what is past stays', async () => {
  const area = '650105000000';
  const { agent } = await staff(w, { role: 'service-administrator', area });
  const put = (version: number, days: object[]) =>
    agent.with({ 'if-match': `"${version}"` }).put(`/v1/calendars/${area}/2025`, { notice: '大厅停办公告', days });
  const faults = async (version: number, days: object[]) => {
    const { body } = await put(version, days).expect(422);
    expect(body).toMatchObject({ code: 'time-limits.days-do-not-fit', rule: 'time-limits/T1' });
    return body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]);
  };
  expect(await faults(0, [holiday('2025-05-30'), holiday('2025-07-01')])).toEqual([['/days/0/day', 'past']]);
  // 7 to 21 July: eleven working days and two weekends.
  const july = Array.from({ length: 15 }, (_, index) => holiday(`2025-07-${String(7 + index).padStart(2, '0')}`));
  expect(await faults(0, july)).toEqual([['/days', 'too-many']]);
  await put(0, july.slice(0, 14)).expect(200);
  await givenNow(w, '2025-07-09T04:00:00Z');
  expect(await faults(1, july.slice(1, 14))).toEqual([['/days', 'past']]);
  await put(1, july.slice(0, 5)).expect(200);
});

test('time-limits/T1: a region takes off fifteen working days a year at most', async () => {
  const { agent } = await staff(w, { role: 'service-administrator', area: REGION });
  // Four weeks of March 2029: twenty working days.
  const days = Array.from({ length: 28 }, (_, index) => holiday(`2029-03-${String(index + 1).padStart(2, '0')}`));
  const put = (some: object[]) =>
    agent.with({ 'if-match': '"0"' }).put(`/v1/calendars/${REGION}/2029`, { notice: '通知', days: some });
  expect((await put(days).expect(422)).body.errors).toMatchObject([{ pointer: '/days', code: 'too-many' }]);
  await put(days.slice(0, 21)).expect(200);
});

const iCalendar = (...events: string[][]) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//ZH'],
    ...events.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:${index}`, 'DTSTAMP:20250101T000000Z', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');

test('time-limits/T1: a calendar is published as iCalendar text; what cannot be read, or does not fit, is refused', async () => {
  const { agent } = await staff(w, { role: 'service-administrator', area: REGION });
  const path = `/v1/calendars/${REGION}/2030`;
  const put = (body: object) => agent.with({ 'if-match': '"0"' }).put(path, { notice: '通知', ...body });
  const icalendar = iCalendar(['DTSTART;VALUE=DATE:20300204', 'DTEND;VALUE=DATE:20300206', 'SUMMARY:肉孜节']);
  const both = await put({ icalendar, days: [] }).expect(422);
  expect(both.body).toMatchObject({ code: 'time-limits.days-or-icalendar', rule: 'time-limits/T1' });
  await put({}).expect(422);
  for (const [text, code, detail] of [
    ['<html><body>404 Not Found</body></html>', 'unreadable', 'VCALENDAR'],
    [iCalendar(['DTSTART;VALUE=DATE:20300204', 'SUMMARY:假', 'RRULE:FREQ=DAILY']), 'repeats', 'event 1'],
    [iCalendar(['DTSTART;VALUE=DATE:20310204', 'SUMMARY:假']), 'outside-year', '2031-02-04'],
  ] as const) {
    const { body } = await put({ icalendar: text }).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/icalendar', code, detail: expect.stringContaining(detail) }]);
  }
  const { body: preview } = await agent.post(`${path}/preview`, { notice: '通知', icalendar }).expect(200);
  const named = ['2030-02-04', '2030-02-05'].map((day) => holiday(day, '肉孜节'));
  expect(preview).toMatchObject({ days: named, later: 0, earlier: 0, items: [], nextCursor: null });
  const { body } = await put({ icalendar, preview: preview.digest }).expect(200);
  expect(body.days).toMatchObject(named);
});
