import { problems } from '../../../kernel/http/problem';

export const refuse = problems('acceptance', {
  'record-key-reused': {
    status: 409,
    rule: 'acceptance/A22',
    en: 'A record with this key was sent before, and said something else',
    zh: '该主键的记录已报送过，且内容不同',
  },
  'record-contradicts': {
    status: 422,
    rule: 'acceptance/A22',
    en: 'The record contradicts what is told of the case already: {what}',
    zh: '该记录与已报送的内容矛盾：{what}',
  },
  'record-of-another': {
    status: 403,
    rule: 'acceptance/A22',
    en: 'A system reports the cases of its own organization',
    zh: '业务系统只能报送本机构的办件',
  },
  'run-here': {
    status: 409,
    rule: 'acceptance/A22',
    en: 'This case is handled on the platform itself and takes no records',
    zh: '该办件在本平台办理，不接收业务系统报送',
  },
});
