import { Code, DayText, LongText, Name, OneOf, Part } from '../../../kernel/validation/fields';
import type { CalendarDay } from '../calendar.rules';
import { ICALENDAR_LENGTH } from './icalendar.rules';

export const AREA = /^\d{12}$/;
export const YEAR = /^20\d\d$/;

export class PublishedDayInput {
  @DayText({ says: 'Day 日期', example: '2027-05-17' }) day: string;
  @OneOf(['holiday', 'make-up'], { says: 'Taken off, or worked though a rest day 放假或调休上班' }) kind: CalendarDay['kind'];
  @Name(50, { says: 'What for 名称', example: '古尔邦节' }) name: string;
}

/** The days of a calendar, either as a list or as an iCalendar text. */
export class PlannedCalendarInput {
  @Name(200, { says: 'The notice it is taken from 依据的通知', example: '自治区2027年节假日安排的通知' }) notice: string;
  @Part(() => PublishedDayInput, {
    optional: true,
    list: { max: 366 },
    says: 'All days of the year that this area takes off or puts on; none is an answer too 本区划全年放假与调休日，可为空',
    example: [],
  })
  days?: PublishedDayInput[];
  @LongText(ICALENDAR_LENGTH, {
    optional: true,
    says: 'The same as iCalendar (RFC 5545): events of whole days, none that repeats; category 补班 is worked iCalendar 文本，全天事件，不含重复规则',
  })
  icalendar?: string;
}

export class PublishCalendarInput extends PlannedCalendarInput {
  @Code(/^[0-9a-f]{64}$/, 64, {
    optional: true,
    says: 'Digest of the preview you have read; needed where open limits move 预览摘要',
  })
  preview?: string;
}
