import { problems } from '../../kernel/http/problem';

export const refuse = problems('time-limits', {
  'days-do-not-fit': {
    status: 422,
    rule: 'time-limits/T1',
    basis: '《行政许可法》第八十二条',
    en: 'Some days do not fit the calendar of {year}: see errors',
    zh: '部分日期与{year}年日历不符，详见 errors',
  },
  'days-or-icalendar': {
    status: 422,
    rule: 'time-limits/T1',
    en: 'Give the days either as a list or as an iCalendar text',
    zh: '日期须以列表或 iCalendar 文本之一给出',
  },
  'preview-not-seen': {
    status: 422,
    rule: 'time-limits/T8',
    en: 'These days move the due days of {moved} open limits: read the preview and name its digest',
    zh: '发布后将变动 {moved} 个在办时限的到期日，请先查看预览并填写其摘要',
  },
  'preview-changed': {
    status: 409,
    rule: 'time-limits/T8',
    en: 'What these days would move has changed since you read the preview: read it again',
    zh: '查看预览之后受影响的到期日已有变化，请重新查看',
  },
  'no-calendar-for-area': {
    status: 422,
    rule: 'time-limits/T1',
    en: 'There is no division {area} whose calendar could count',
    zh: '没有区划 {area}，无法确定其工作日历',
  },
  'extended-already': {
    status: 409,
    rule: 'time-limits/T6',
    basis: '《行政许可法》第四十二条',
    en: 'The limit has been extended; it is extended once',
    zh: '办理时限已延长过一次，不得再次延长',
  },
  'run-out': {
    status: 409,
    rule: 'time-limits/T6',
    basis: '《行政许可法》第四十二条',
    en: 'The limit has run out; an extension is decided before',
    zh: '办理时限已经届满，延长应当在届满前作出',
  },
  'nothing-to-extend': {
    status: 409,
    rule: 'time-limits/T6',
    en: 'No limit is running that could be extended',
    zh: '没有可以延长的办理时限',
  },
  'pause-without-basis': {
    status: 422,
    rule: 'time-limits/T5',
    basis: '《行政许可法》第四十五条',
    en: 'A clock stops only for a procedure that the law names: give the basis',
    zh: '仅法律规定的程序可以停止计时，须说明依据',
  },
});
