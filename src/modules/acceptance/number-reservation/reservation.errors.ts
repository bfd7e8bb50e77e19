import { problems } from '../../../kernel/http/problem';

export const refuse = problems('acceptance', {
  'reservation-day': {
    status: 422,
    rule: 'acceptance/A1',
    en: 'Numbers are reserved for today and the {days} days after',
    zh: '只能预留当日及之后 {days} 日内的编号',
  },
  'number-not-reserved': {
    status: 422,
    rule: 'acceptance/A1',
    en: 'This number is not reserved by your organization for this item, or its reservation has expired',
    zh: '该编号不是贵机构为该事项预留的编号，或者预留已过期',
  },
});
