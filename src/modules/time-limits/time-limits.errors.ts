import { problems } from '../../kernel/http/problem';

export const refuse = problems('time-limits', {
  'days-do-not-fit': {
    status: 422,
    rule: 'time-limits/T1',
    basis: '《行政许可法》第八十二条',
    en: 'Some days do not fit the calendar of {year}: see errors',
    zh: '部分日期与{year}年日历不符，详见 errors',
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
