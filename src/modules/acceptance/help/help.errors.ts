import { problems } from '../../../kernel/http/problem';

const rule = 'acceptance/A27';

/** What stands against somebody who is to help with a case. */
export const refuseHelp = problems('acceptance', {
  'no-such-helper': {
    ...{ status: 422, rule },
    en: 'The helper is a member of staff who works at an organ',
    zh: '帮办代办人员应为在职工作人员',
  },
  'consent-not-shown': {
    ...{ status: 422, rule },
    en: 'Consent is recorded while the applicant is present',
    zh: '帮办代办委托须由申请人当面同意后登记',
  },
  'consent-to-oneself': {
    ...{ status: 422, rule },
    en: 'Whoever records the consent is not the helper: a colleague records it, or the applicant gives it online',
    zh: '登记委托的人员不得为帮办代办人员本人',
  },
  'helped-already': {
    ...{ status: 409, rule },
    en: 'Somebody helps with this case already; end that first',
    zh: '该办件已有帮办代办人员，请先结束原委托',
  },
  'nobody-helps': { ...{ status: 409, rule }, en: 'Nobody helps with this case', zh: '该办件没有帮办代办人员' },
});
