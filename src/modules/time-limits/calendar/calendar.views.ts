import { Code, DayText, Flag, InstantText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { pageOf } from '../../../kernel/http/page';
import type { CalendarDay } from '../calendar.rules';
import { AREA, PublishedDayInput } from './calendar.inputs';

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

/** An open limit whose last day would be another one. */
export class MovedLimitView {
  @Uuid({ says: 'Limit 时限' }) limitId: string;
  @Name(100, { says: 'Kind of matter 事项种类' }) subjectKind: string;
  @Uuid({ says: 'Matter 事项' }) subjectId: string;
  @Name(100, { says: 'Kind of limit 时限种类' }) kind: string;
  @Code(AREA, 12, { says: 'Area 区划' }) area: string;
  @DayText({ says: 'Last day now 现到期日' }) before: string;
  @DayText({ says: 'Last day then 变动后到期日' }) after: string;
}

const Count = (says: string) => Whole(0, 2_147_483_647, { says });

export class CalendarPreviewView extends pageOf(MovedLimitView) {
  @Part(() => PublishedDayInput, { list: { max: 366 }, says: 'The days as they were read 读取的日期' }) days: PublishedDayInput[];
  @Count('Open limits that would end later 到期日推后的时限数') later: number;
  @Count('Open limits that would end earlier 到期日提前的时限数') earlier: number;
  @Count('Open limits whose day stays and is certain then 由暂定变为确定的时限数') certain: number;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'What the publication names 预览摘要' }) digest: string;
}
