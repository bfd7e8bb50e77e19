import { problems } from '../../kernel/http/problem';

const PLAN_PLACES = '新政发〔2022〕84号（六）';

export const refuse = problems('directory', {
  'no-such-division': { status: 422, rule: 'directory/D3', en: 'There is no division {code}', zh: '没有区划代码 {code}' },
  'division-ended': {
    status: 422,
    rule: 'directory/D2',
    en: 'The division {code} no longer stands; its successor is {successor}',
    zh: '区划 {code} 已撤销或更名，后继区划为 {successor}',
  },
  'no-division-that-day': {
    status: 404,
    rule: 'directory/D2',
    en: 'No division {code} stood on {day}',
    zh: '{day} 不存在区划 {code}',
  },
  'uscc-taken': {
    status: 409,
    rule: 'directory/D3',
    en: 'An organization with this code exists already',
    zh: '该统一社会信用代码的机构已存在',
  },
  'no-such-organization': {
    status: 422,
    rule: 'directory/D3',
    en: 'There is no active organization {id}',
    zh: '没有在用的机构 {id}',
  },
  'superior-loop': {
    status: 422,
    rule: 'directory/D3',
    en: 'An organization does not stand above itself',
    zh: '机构不能是自己的上级',
  },
  'place-kind-and-level': {
    status: 422,
    basis: PLAN_PLACES,
    en: 'A place of the kind {kind} does not belong to a division of level {level}',
    zh: '第 {level} 级区划不设{kindZh}：县级以上为政务服务中心，乡镇（街道）为便民服务中心，村（社区）为便民服务站',
  },
  'responsible-organ-missing': {
    status: 422,
    basis: PLAN_PLACES,
    en: 'An outlet or self-service point names the organ that is responsible for it',
    zh: '服务网点和自助服务点须明确责任单位',
  },
  'hours-unsound': {
    status: 422,
    en: 'Opening hours end after they begin and do not overlap on one weekday',
    zh: '开放时间的结束须晚于开始，且同一天内不得重叠',
  },
  'window-label-taken': {
    status: 409,
    en: 'An open window of this place has the label {label} already',
    zh: '该场所已有编号为 {label} 的窗口',
  },
  'delegation-period': {
    status: 422,
    rule: 'directory/D4',
    basis: PLAN_PLACES,
    en: 'A delegation ends on or after the day it begins, and not in the past',
    zh: '授权截止日不得早于起始日，也不得早于今天',
  },
  'delegation-to-oneself': {
    status: 422,
    rule: 'directory/D4',
    basis: PLAN_PLACES,
    en: 'Nobody delegates to themselves',
    zh: '不能授权给本人',
  },
  'delegation-scope': {
    status: 422,
    rule: 'directory/D4',
    basis: PLAN_PLACES,
    en: 'A delegation covers either all items or the items it names',
    zh: '授权须为全部事项，或者列明具体事项，二者择一',
  },
});
