import { problems } from '../../../kernel/http/problem';

/** implementation/I2: what each cross-field rule says. The same text stands in the list of the rules and in a refusal by them. */
export const refuse = problems('implementation', {
  'handling-and-promise': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Handled on the spot and a promise of 0 days go together',
    zh: '即办件与承诺时限 0 应当一致',
  },
  'visits-and-reason': {
    status: 422,
    rule: 'implementation/I2',
    en: 'How often somebody must come is said; if they must come at all, the reason is given, and no reason where nobody must',
    zh: '应填写到办事现场次数；次数不为 0 的须说明必须现场办理的原因，为 0 的无须说明',
  },
  'no-visit-needs-post': {
    status: 422,
    rule: 'implementation/I2',
    en: 'What is not handled online and needs no visit can be sent by post',
    zh: '不能网上办理且到现场次数为 0 的，办理形式应当包括快递申请',
  },
  'fully-online-and-visits': {
    status: 422,
    rule: 'implementation/I2',
    en: 'What is handled online from end to end needs no visit',
    zh: '全程网办（网上服务Ⅳ级）的事项到现场次数应当为 0',
  },
  'fees-complete': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Where a fee is charged, the list names the fees and says whether they can be paid online; where the catalogue charges and the list does not, it says why',
    zh: '收费事项应当填写收费项目并说明是否支持网上支付；目录收费而本清单不收费的，应当说明依据',
  },
  'phones-different': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Enquiries and complaints have different phones',
    zh: '咨询电话与投诉电话不得相同',
  },
  'phone-area-code': {
    status: 422,
    rule: 'implementation/I2',
    en: 'Phones are written with their area code, e.g. 0991-1234567',
    zh: '电话号码应当带区号，例如 0991-1234567',
  },
  'questions-missing': {
    status: 422,
    rule: 'implementation/I2',
    en: 'A licensing guide answers at least {least} frequently asked question(s), each asked once',
    zh: '行政许可事项至少应当有 {least} 个常见问题，且不重复',
  },
  'result-sample-missing': {
    status: 422,
    rule: 'implementation/I2',
    en: 'What is given out as a result has a sample',
    zh: '有办理结果的，应当提供结果样本',
  },
  'result-kind-and-name': {
    status: 422,
    rule: 'implementation/I2',
    en: 'A result that is named as a certificate (zheng) is given out as a licence or a document, one named as an official paper (wen) as a document',
    zh: '结果名称以“证”结尾的为出证办结，以“文”结尾的为出文办结',
  },
  'rule-is-law': {
    status: 422,
    rule: 'implementation/I2',
    en: 'The law lays this rule down ({law}): it holds everywhere',
    zh: '该规则为法定要求（{law}），不得停用',
  },
  'rule-parameter': {
    status: 422,
    rule: 'implementation/I2',
    en: 'The rule has no such number',
    zh: '规则参数不符合要求',
  },
});
