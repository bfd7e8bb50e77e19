import { problems } from '../../../kernel/http/problem';

export const refuse = problems('acceptance', {
  'deferral-open': {
    status: 409,
    rule: 'acceptance/A9',
    en: 'Deferred materials have not come yet, and a decision waits for them: {what}',
    zh: '容缺材料尚未补交，暂不能作出决定：{what}',
  },
  'supply-of-another': {
    status: 422,
    rule: 'acceptance/A9',
    en: 'What is supplied here is material {code} itself, and not another promise',
    zh: '此处补交材料 {code} 本身，不得以再次承诺代替',
  },
  'extension-not-asked': {
    status: 409,
    rule: 'acceptance/A9',
    en: 'More time is given at the request of the applicant, who has not asked for it',
    zh: '补交期限应申请人请求延长，申请人尚未提出',
  },
  'deferral-extension-too-long': {
    status: 422,
    rule: 'acceptance/A9',
    en: 'It is extended by {most} working days at most: no more days than were given first',
    zh: '补交期限最多延长 {most} 个工作日，不超过原定天数',
  },
});
