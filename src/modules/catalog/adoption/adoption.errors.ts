import { problems } from '../../../kernel/http/problem';

export const refuse = problems('catalog', {
  'does-not-adopt': {
    status: 422,
    rule: 'catalog/C5',
    en: 'Regions, prefectures and counties adopt items; {division} is none',
    zh: '事项由区、地、县三级承接，{division} 不是承接层级',
  },
  'not-exercised': {
    status: 422,
    rule: 'catalog/C5',
    en: 'The level of {division} does not exercise {code}: it can only be declined',
    zh: '{division} 所在层级不行使事项 {code}，只能不承接',
  },
  'must-adopt': {
    status: 422,
    rule: 'catalog/C5',
    en: 'The level of {division} exercises {code}: it cannot be declined',
    zh: '{division} 所在层级行使事项 {code}，不得不承接',
  },
  'decline-without-reason': { status: 422, rule: 'catalog/C5', en: 'Who declines says why', zh: '不承接的须说明理由' },
  'code-twice': { status: 422, rule: 'catalog/C5', en: 'An item is named twice', zh: '事项重复' },
});
