import { problems } from '../../../kernel/http/problem';

/** What is wrong with the form, with situations, what stands under them, and answers to them. */
export const refuse = problems('implementation', {
  'material-always-applies': {
    status: 422,
    rule: 'implementation/I1',
    en: 'The catalogue asks for material {name} in some situations only; after every answer it would be asked for here',
    zh: '目录仅在部分情形下要求材料“{name}”，不得设置为任何情形都要求',
  },
  'condition-twice': {
    status: 422,
    rule: 'implementation/I1',
    en: 'Condition {code} stands there twice',
    zh: '受理条件 {code} 重复',
  },
  'condition-not-in-catalogue': {
    status: 422,
    rule: 'implementation/I1',
    en: 'Condition {code} is no part of the conditions that the catalogue lays down',
    zh: '受理条件 {code} 不在基本目录规定的受理条件之内',
  },
  'condition-left-out': {
    status: 422,
    rule: 'implementation/I1',
    en: 'The separate conditions leave out a part of what the catalogue lays down: {rest}',
    zh: '分项受理条件遗漏了基本目录规定的内容：{rest}',
  },
  'situation-twice': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Situation {code} stands there twice',
    zh: '情形 {code} 重复',
  },
  'option-twice': { status: 422, rule: 'implementation/I2', en: 'Option {code} stands there twice', zh: '选项 {code} 重复' },
  'situation-unknown': {
    status: 422,
    rule: 'implementation/I2',
    en: 'The list has no situation {code}',
    zh: '清单中没有情形 {code}',
  },
  'option-unknown': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Situation {code} has no option {option}',
    zh: '情形 {code} 没有选项 {option}',
  },
  'situation-circle': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Situation {code} waits for its own answer',
    zh: '情形 {code} 循环依赖自身',
  },
  'situation-unreachable': {
    status: 422,
    rule: 'implementation/I2',
    en: 'No answers lead to situation {code}',
    zh: '任何选择都不会出现情形 {code}',
  },
  'part-never-applies': {
    status: 422,
    rule: 'implementation/I2',
    en: 'No answers make {name} apply',
    zh: '任何选择都不适用“{name}”',
  },
  'form-unsound': {
    status: 422,
    rule: 'implementation/I8',
    en: 'The form is no JSON Schema (2020-12) within the limits: {reason}',
    zh: '表单不是限度之内的 JSON Schema（2020-12）：{reason}',
  },
  'result-field-unsound': {
    status: 422,
    rule: 'implementation/I8',
    en: 'The result takes the field {name} twice, or it is no name that a field can have',
    zh: '写入证照的字段 {name} 重复，或不能作字段名',
  },
  'form-part-unknown': {
    status: 422,
    rule: 'implementation/I2',
    en: 'There is no field {field} here that situations could decide on',
    zh: '此处没有可分情形的字段 {field}',
  },
  'form-part-twice': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Field {field} stands under two situations',
    zh: '字段 {field} 重复列入分情形表单',
  },
  'field-demanded': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Field {field} is demanded even where its situation excludes it; its part of the form says when it is required',
    zh: '字段 {field} 在不适用的情形下仍为必填，应在分情形表单中注明何时必填',
  },
  'form-part-unsound': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Without the fields that do not apply it is no sound form: {reason}',
    zh: '去除不适用字段后表单不成立：{reason}',
  },
  'material-never-applies': {
    status: 422,
    rule: 'implementation/I6',
    en: 'No answers make material {name} apply',
    zh: '任何选择都不需要材料“{name}”',
  },
  'answers-unsound': {
    status: 422,
    rule: 'implementation/I6',
    en: 'The answers do not fit the situations of the guide',
    zh: '所选情形与办事指南不符',
  },
  'version-of-another-guide': {
    status: 422,
    rule: 'implementation/I9',
    en: 'This is no version of this guide',
    zh: '该版本不属于此办事指南',
  },
});
