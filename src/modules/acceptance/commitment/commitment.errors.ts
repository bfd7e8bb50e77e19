import { problems } from '../../../kernel/http/problem';

export const refuse = problems('acceptance', {
  'commitment-not-offered': {
    status: 422,
    rule: 'acceptance/A10',
    basis: '国办发〔2020〕42号',
    en: 'This item is not handled on commitment: the guide does not allow it, or the catalogue does not list it any more',
    zh: '该事项不实行告知承诺制：办事指南未规定，或已不在告知承诺事项之列',
  },
  'commitment-text-changed': {
    status: 422,
    rule: 'acceptance/A10',
    en: 'The text one commits to has changed; read version {version} and agree to it, or choose the ordinary way',
    zh: '承诺书文本已更新，请阅读第 {version} 版后承诺，或者选择一般程序',
  },
  'rectification-first': {
    status: 409,
    rule: 'acceptance/A10',
    en: 'What can be put right is put right first: order it and wait for the report, or for the last day',
    zh: '可以整改的，应先责令限期整改，待报告整改或者期限届满后再作决定',
  },
  'cannot-be-rectified': {
    status: 409,
    rule: 'acceptance/A10',
    en: 'The finding says that this cannot be put right',
    zh: '核查结论认定无法整改',
  },
  'defence-running': {
    status: 409,
    rule: 'acceptance/A10',
    en: 'The person may state and defend their case until {until}; nothing is decided before',
    zh: '当事人可陈述申辩至 {until}，期间不得作出决定',
  },
  'own-finding': {
    status: 403,
    rule: 'acceptance/A10',
    en: 'Whoever made the finding does not decide upon it',
    zh: '核查人员不得对本人核查的事项作出处理决定',
  },
  'finding-without-detail': {
    status: 422,
    rule: 'acceptance/A10',
    en: 'A finding of falsehood says what is false and whether it can be put right',
    zh: '认定承诺不实的，应说明不实内容和能否整改',
  },
  'ground-missing': {
    status: 422,
    rule: 'acceptance/A10',
    basis: '《行政许可法》第六十九条',
    en: 'A grant is annulled on a ground of the law, which the decision names',
    zh: '撤销应载明法定情形',
  },
});
