import { problems } from '../../../kernel/http/problem';

export const refuse = problems('implementation', {
  'negative-without-reason': {
    status: 422,
    rule: 'catalog/C6',
    basis: '新政发〔2022〕84号 五、六、七',
    en: 'Entries of a negative list lack their reasons',
    zh: '负面清单条目缺少理由',
  },
  'no-licensing-level': {
    status: 422,
    rule: 'catalog/C6',
    basis: '新政发〔2022〕84号 五、六、七',
    en: 'Licensing lists are kept at region, prefecture and county, not for {division}',
    zh: '行政许可事项清单编至区、地、县三级，不含 {division}',
  },
  'no-such-division': {
    status: 422,
    rule: 'catalog/C6',
    basis: '新政发〔2022〕84号 五、六、七',
    en: 'There is no division {division}',
    zh: '没有区划 {division}',
  },
  'derived-before-the-last': {
    status: 409,
    rule: 'catalog/C6',
    basis: '新政发〔2022〕84号 五、六、七',
    en: 'This list was derived before the one published last: derive it anew',
    zh: '本清单的生成早于最近发布的清单，请重新生成',
  },
  'list-effective-too-early': {
    status: 422,
    rule: 'catalog/C6',
    basis: '新政发〔2022〕84号 五、六、七',
    en: 'This version takes effect on {earliest} at the earliest',
    zh: '本版本最早于 {earliest} 生效',
  },
});
