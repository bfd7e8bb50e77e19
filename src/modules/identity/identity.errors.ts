import { problems } from '../../kernel/http/problem';

export const refuse = problems('identity', {
  'bad-id-number': {
    status: 422,
    rule: 'identity/N3',
    basis: 'GB 11643',
    en: 'The identity number is wrong: {reason}',
    zh: '公民身份号码有误：{reason}',
  },
  'grant-too-wide': {
    status: 422,
    rule: 'identity/N3',
    en: 'You may grant roles only within your own area',
    zh: '只能在本人管辖范围内授予角色',
  },
  'no-such-organization': { status: 422, rule: 'identity/N3', en: 'There is no such organization', zh: '没有该机构' },
  'sign-in-name-taken': { status: 409, rule: 'identity/N3', en: 'This sign-in name is taken', zh: '登录名已被使用' },
  'no-such-person': { status: 422, rule: 'identity/N3', en: 'There is no such person', zh: '没有该自然人' },
  'represented-by-another': {
    status: 409,
    rule: 'identity/N3',
    basis: '《民法典》第六十一条',
    en: 'This legal person is registered with another legal representative, who must renounce first',
    zh: '该法人已登记其他法定代表人，须由其先行放弃代表权',
  },
  'authority-days': {
    status: 422,
    rule: 'identity/N3',
    basis: '《民法典》第一百六十五条',
    en: 'The days of the authority are wrong: {reason}',
    zh: '授权期限有误：{reason}',
  },
  'acts-in-person': {
    status: 422,
    rule: 'identity/N3',
    en: 'The party itself and its legal representative need no authority',
    zh: '本人及其法定代表人无须授权',
  },
  'already-authorised': {
    status: 409,
    rule: 'identity/N3',
    en: 'This person holds the authority {authority} already; revoke it first',
    zh: '该受托人已有授权 {authority}，请先撤销',
  },
  'own-authority-only': {
    status: 422,
    rule: 'identity/N3',
    basis: '《民法典》第一百六十九条',
    en: 'You can let others act only for yourself or for a legal person whose legal representative you are',
    zh: '只能为本人或本人担任法定代表人的法人授权，受托人不得转委托',
  },
});
