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
  'own-authority-only': {
    status: 422,
    rule: 'identity/N3',
    en: 'You can let others act only for yourself or for a legal person you represent',
    zh: '只能为本人或本人代表的法人授权',
  },
});
