import fc from 'fast-check';
import { readICalendar } from './icalendar.rules';

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', 'DTSTAMP:20270101T000000Z', ...lines, 'END:VEVENT'].join('\r\n');
const day = 'DTSTART;VALUE=DATE:20270517';
const codes = (text: string) => readICalendar(text).errors.map(({ pointer, code }) => `${pointer} ${code}`);

test('time-limits/T1: events of whole days are read, each day of a span, and what is worked by its category', () => {
  const text = calendar(
    event('DTSTART;VALUE=DATE:20270226', 'DTEND;VALUE=DATE:20270302', 'SUMMARY:古尔邦节'),
    event('DTSTART;VALUE=DATE:20270307', 'SUMMARY:补休\\, 调整', 'CATEGORIES:补班,其他'),
  );
  expect(readICalendar(text)).toEqual({
    errors: [],
    days: [
      ...['2027-02-26', '2027-02-27', '2027-02-28', '2027-03-01'].map((each) => ({
        day: each,
        kind: 'holiday',
        name: '古尔邦节',
      })),
      { day: '2027-03-07', kind: 'make-up', name: '补休, 调整' },
    ],
  });
});

test.each([
  ['HTML', '<!DOCTYPE html><html><body>404</body></html>', 'unreadable'],
  ['nothing', '   ', 'unreadable'],
  ['another component at the root', 'BEGIN:VEVENT\r\nEND:VEVENT', 'unreadable'],
  ['two calendars', `${calendar(event(day, 'SUMMARY:一'))}\r\n${calendar(event(day, 'SUMMARY:二'))}`, 'unreadable'],
  ['a task', calendar('BEGIN:VTODO\r\nSUMMARY:任务\r\nEND:VTODO'), 'other-component'],
  ['no event', calendar(), 'events'],
  ['a year of years', calendar(...Array.from({ length: 367 }, () => event(day, 'SUMMARY:假日'))), 'events'],
  ['a rule that repeats', calendar(event(day, 'SUMMARY:周末', 'RRULE:FREQ=DAILY;COUNT=1000000')), 'repeats'],
  ['further dates', calendar(event(day, 'SUMMARY:周末', 'RDATE;VALUE=DATE:20270518')), 'repeats'],
  ['an hour', calendar(event('DTSTART:20270517T100000Z', 'SUMMARY:会议')), 'not-whole-days'],
  ['a duration', calendar(event(day, 'DURATION:P3D', 'SUMMARY:会议')), 'not-whole-days'],
  ['no day', calendar(event('SUMMARY:何时')), 'no-day'],
  ['a day that does not exist', calendar(event('DTSTART;VALUE=DATE:2027', 'SUMMARY:何日')), 'not-whole-days'],
  ['the 32nd of a month', calendar(event('DTSTART;VALUE=DATE:20270532', 'SUMMARY:何日')), 'not-whole-days'],
  ['an end before the beginning', calendar(event(day, 'DTEND;VALUE=DATE:20270517', 'SUMMARY:无')), 'span'],
  ['a span of years', calendar(event(day, 'DTEND;VALUE=DATE:20990517', 'SUMMARY:长假')), 'span'],
  ['spans that add up', calendar(...[1, 2].map(() => event(day, 'DTEND;VALUE=DATE:20280101', 'SUMMARY:长假'))), 'too-many-days'],
  ['no name', calendar(event(day)), 'name'],
  ['markup for a name', calendar(event(day, 'SUMMARY:<img src=x onerror=alert(1)>')), 'name'],
  ['a name of two lines', calendar(event(day, 'SUMMARY:一\\n二')), 'name'],
  ['a name that turns the text round', calendar(event(day, 'SUMMARY:假\u202e日')), 'name'],
  ['a name without end', calendar(event(day, `SUMMARY:${'长'.repeat(51)}`)), 'name'],
  ['what is cancelled', calendar(event(day, 'SUMMARY:假日', 'STATUS:CANCELLED')), 'cancelled'],
])('time-limits/T1: %s is refused', (_, text, code) => expect(new Set(codes(text))).toEqual(new Set([`/icalendar ${code}`])));

test('time-limits/T1: all that is wrong is named at once, by event', () => {
  const { errors } = readICalendar(calendar(event(day), event(day, 'SUMMARY:好'), event('SUMMARY:何时')));
  expect(errors.map(({ detail }) => detail.split(':')[0])).toEqual(['event 1', 'event 3']);
});

test('time-limits/T1: whatever the text, it is read or refused', () => {
  const line = fc.oneof(
    fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', day, 'SUMMARY:假', 'RRULE:FREQ=YEARLY', 'DTEND;VALUE=DATE:20270599'),
    fc.string({ maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const { days, errors } = readICalendar(calendar(...lines));
      expect(days.length + errors.length).toBeGreaterThan(0);
      for (const each of days) expect(each.day).toMatch(/^\d{4}-\d\d-\d\d$/);
    }),
  );
});
