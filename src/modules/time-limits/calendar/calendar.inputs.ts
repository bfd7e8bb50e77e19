import { DayText, Name, OneOf, Part } from '../../../kernel/validation/fields';
import type { CalendarDay } from '../calendar.rules';

export const AREA = /^\d{12}$/;
export const YEAR = /^20\d\d$/;

export class PublishedDayInput {
  @DayText({ says: 'Day 日期', example: '2027-05-17' }) day: string;
  @OneOf(['holiday', 'make-up'], { says: 'Taken off, or worked though a rest day 放假或调休上班' }) kind: CalendarDay['kind'];
  @Name(50, { says: 'What for 名称', example: '古尔邦节' }) name: string;
}

export class PublishCalendarInput {
  @Name(200, { says: 'The notice it is taken from 依据的通知', example: '自治区2027年节假日安排的通知' }) notice: string;
  @Part(() => PublishedDayInput, {
    list: { max: 366 },
    says: 'All days of the year that this area takes off or puts on; none is an answer too 本区划全年放假与调休日，可为空',
    example: [],
  })
  days: PublishedDayInput[];
}
