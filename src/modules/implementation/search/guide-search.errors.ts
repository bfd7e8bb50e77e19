import { problems } from '../../../kernel/http/problem';

export const refuse = problems('implementation', {
  'search-too-short': {
    status: 400,
    rule: 'implementation/I13',
    en: 'At least two letters or digits are looked for',
    zh: '至少输入两个字（字母、数字）',
  },
  'search-division-unknown': {
    status: 400,
    rule: 'implementation/I13',
    en: 'There is no division {division}',
    zh: '没有区划 {division}',
  },
});
