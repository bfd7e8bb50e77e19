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
  'pause-without-basis': {
    status: 422,
    rule: 'time-limits/T5',
    basis: '《行政许可法》第四十五条',
    en: 'A clock stops only for a procedure that the law names: give the basis',
    zh: '仅法律规定的程序可以停止计时，须说明依据',
  },
});
