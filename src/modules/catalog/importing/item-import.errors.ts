import { problems } from '../../../kernel/http/problem';

export const refuseRow = problems('catalog', {
  'withdrawn-after-looking': {
    status: 409,
    rule: 'catalog/C9',
    en: 'The state has withdrawn {code}: read its impact and withdraw it; the row changes nothing after that',
    zh: '国家已取消 {code}：请先查看取消影响再办理取消，之后本行不再变更',
  },
});
