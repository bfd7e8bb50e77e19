import { problems } from '../../kernel/http/problem';

export const refuse = problems('directory', {
  'no-such-division': { status: 422, rule: 'directory/D3', en: 'There is no division {code}', zh: '没有区划代码 {code}' },
  'uscc-taken': {
    status: 409,
    rule: 'directory/D3',
    en: 'An organization with this code exists already',
    zh: '该统一社会信用代码的机构已存在',
  },
});
