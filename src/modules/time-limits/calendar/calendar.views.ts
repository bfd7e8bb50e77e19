import { Code, DayText, Flag, InstantText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import type { CalendarDay } from '../calendar.rules';
import { AREA } from './calendar.inputs';

const sources = ['national', 'regional', 'place'] as const;

export class CalendarLayerView {
  @OneOf(sources, { says: 'Whose days 来源' }) source: CalendarDay['source'];
  @Code(AREA, 12, { says: 'Area that published them; 000000000000 is the nation 发布区划' }) area: string;
  @Whole(1, 2_147_483_647, { says: 'Version 版本' }) version: number;
  @Name(200, { says: 'Notice 依据的通知' }) notice: string;
  @InstantText({ says: 'Published at 发布时间' }) publishedAt: string;
}

export class ExplainedDayView {
  @DayText({ says: 'Day 日期' }) day: string;
  @Flag({ says: 'Whether it is a working day 是否工作日' }) working: boolean;
  @OneOf(['holiday', 'make-up'], { says: 'Why 类型' }) kind: CalendarDay['kind'];
  @Name(50, { says: 'What for 名称' }) name: string;
  @OneOf(sources, { says: 'Whose day 来源' }) source: CalendarDay['source'];
}

/** The calendar of a place for a year, with all that it stands on. */
export class CalendarView {
  @Code(AREA, 12, { says: 'Area 区划' }) area: string;
  @Whole(2000, 2100, { says: 'Year 年度' }) year: number;
  @Whole(0, 2_147_483_647, { says: "Version of the area's own days, also the ETag; 0 while it has none 本区划日历版本" })
  version: number;
  @Whole(0, 2_147_483_647, { says: 'State of all calendars that limits computed now refer to 全部日历的版次' }) edition: number;
  @Part(() => CalendarLayerView, { list: { max: 10 }, says: 'Calendars that are in 已发布的日历' }) layers: CalendarLayerView[];
  @Name(50, { list: { max: 2 }, says: 'Calendars that are not: due days are provisional 尚缺的日历' }) missing: string[];
  @Whole(0, 366, { says: 'Working days of the year 全年工作日数' }) workingDays: number;
  @Part(() => ExplainedDayView, { list: { max: 366 }, says: 'Every day that is not as its weekday is 非常规日期' })
  days: ExplainedDayView[];
}
