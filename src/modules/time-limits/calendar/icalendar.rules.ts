import ICAL from 'ical.js';
import type { FieldError } from '../../../kernel/http/problem';
import { hasControls, isBlank, isDay, lengthOf, textFault } from '../../../kernel/validation/text';
import { addDays, type CalendarDay, daysTo, type PublishedYear } from '../calendar.rules';

/** Longest text of a calendar that is read, and most events and days in it: a year has no more. */
export const ICALENDAR_LENGTH = 65_536;
const MOST = 366;
const NAME_LENGTH = 50;

/** An event in one of these categories (RFC 5545, CATEGORIES) is worked though a rest day; any other is a holiday. */
const MAKE_UP = new Set(['MAKE-UP', '调休上班', '补班', '上班']);

interface Read {
  days: PublishedYear['days'];
  errors: FieldError[];
}

/**
 * time-limits/T1: the days of an iCalendar text (RFC 5545). Events of whole days only, also over several days; what repeats, or begins
 * at an hour, is not a day of a notice and is refused, with everything else that cannot be read, at once.
 */
export function readICalendar(text: string): Read {
  const fault = (code: string, detail: string): FieldError => ({ pointer: '/icalendar', code, detail });
  const root = parsed(text);
  if (!root) return { days: [], errors: [fault('unreadable', 'one VCALENDAR as RFC 5545 has it')] };
  const events = root.getAllSubcomponents('vevent');
  const others = root.getAllSubcomponents().filter(({ name }) => name !== 'vevent' && name !== 'vtimezone');
  if (others.length) return { days: [], errors: [fault('other-component', `events only, no ${others[0]!.name}`)] };
  if (!events.length || events.length > MOST) return { days: [], errors: [fault('events', `1 to ${MOST} events`)] };
  const days: { day: string; kind: CalendarDay['kind']; name: string }[] = [];
  const errors: FieldError[] = [];
  for (const [index, event] of events.entries()) {
    const read = readEvent(event);
    if ('code' in read) errors.push(fault(read.code, `event ${index + 1}: ${read.detail}`));
    else days.push(...read.days);
    if (days.length > MOST) return { days: [], errors: [fault('too-many-days', `${MOST} days at most`)] };
  }
  return { days, errors };
}

function parsed(text: string): ICAL.Component | undefined {
  try {
    const root = new ICAL.Component(ICAL.parse(text.trim()) as never);
    return root.name === 'vcalendar' ? root : undefined;
  } catch {
    // Whatever the text is, it is no calendar.
    return undefined;
  }
}

function readEvent(event: ICAL.Component): { code: string; detail: string } | { days: PublishedYear['days'] } {
  if (['rrule', 'rdate', 'exrule', 'exdate', 'recurrence-id'].some((name) => event.hasProperty(name)))
    return { code: 'repeats', detail: 'each day by itself, nothing that repeats' };
  if (event.getFirstPropertyValue('status') === 'CANCELLED') return { code: 'cancelled', detail: 'leave out what is cancelled' };
  const name = event.getFirstPropertyValue('summary');
  if (typeof name !== 'string' || !isName(name)) return { code: 'name', detail: `SUMMARY of 1 to ${NAME_LENGTH} characters` };
  const [from, until] = [dayOf(event, 'dtstart'), dayOf(event, 'dtend')];
  if (from === null || until === null || event.hasProperty('duration'))
    return { code: 'not-whole-days', detail: 'DTSTART and DTEND with VALUE=DATE' };
  if (from === undefined) return { code: 'no-day', detail: 'DTSTART' };
  // DTEND is the day after the last one; without it the event is of one day.
  const length = until === undefined ? 1 : daysTo(until, from);
  if (length < 1 || length > MOST) return { code: 'span', detail: `DTEND 1 to ${MOST} days after DTSTART` };
  const kind = categoriesOf(event).some((category) => MAKE_UP.has(category.trim().toUpperCase())) ? 'make-up' : 'holiday';
  return { days: Array.from({ length }, (_, offset) => ({ day: addDays(from, offset), kind, name: name.trim() })) };
}

const isName = (text: string): boolean =>
  !textFault(text) && !isBlank(text) && lengthOf(text.trim()) <= NAME_LENGTH && !hasControls(text) && !/[<>\n\r\t]/.test(text);

/** Undefined where there is none, null where it is not a whole day. As it was written: the library would make 32 May the 1st of June. */
function dayOf(event: ICAL.Component, property: string): string | undefined | null {
  const written = event.getFirstProperty(property);
  if (!written) return undefined;
  const [, , type, value] = written.toJSON() as unknown as [string, object, string, unknown];
  return type === 'date' && typeof value === 'string' && isDay(value) ? value : null;
}

const categoriesOf = (event: ICAL.Component): string[] =>
  event.getAllProperties('categories').flatMap((property) => property.getValues().map(String));
