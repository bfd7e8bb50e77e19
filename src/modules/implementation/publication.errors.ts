import { problems } from '../../kernel/http/problem';

/** What stands against bringing a document into force, or taking it out of it. */
export const refusePublication = problems('implementation', {
  'effective-too-early': {
    status: 422,
    rule: 'implementation/I9',
    en: 'A version takes effect today ({today}) or on a later day',
    zh: '生效日期不得早于今日（{today}）',
  },
  'nothing-scheduled': {
    status: 409,
    rule: 'implementation/I9',
    en: 'No version of this list waits for its day',
    zh: '该清单没有待生效的版本',
  },
  'nothing-in-force': {
    status: 409,
    rule: 'implementation/I9',
    en: 'No version of this list is in force',
    zh: '该清单没有生效的版本',
  },
  'suspended-already': { status: 409, rule: 'implementation/I9', en: 'The guide is suspended already', zh: '该事项已暂停' },
  'not-suspended': { status: 409, rule: 'implementation/I9', en: 'The guide is not suspended', zh: '该事项未暂停' },
  'secrecy-own-draft': {
    status: 403,
    rule: 'implementation/P1',
    basis: '新政发〔2022〕84号 廿四',
    en: 'Nobody reviews their own draft for secrecy',
    zh: '不得对本人编制的内容作保密审查',
  },
  'secrecy-not-open': {
    status: 422,
    rule: 'implementation/P1',
    basis: '新政发〔2022〕84号 廿四',
    en: 'Sensitive information, work secrets and state secrets are not cleared for publication',
    zh: '敏感信息、工作秘密和国家秘密不得通过审查公开',
  },
  'secrecy-not-cleared': {
    status: 422,
    rule: 'implementation/P1',
    basis: '新政发〔2022〕84号 廿四',
    en: 'Nothing is published before somebody other than its authors has cleared it in a secrecy review',
    zh: '未经编制人以外的人员保密审查通过，不得发布',
  },
});
