import { problems } from '../../kernel/http/problem';

const ANNULMENT = '《行政许可法》第六十九条';

export const refuse = problems('licences', {
  'type-code-taken': {
    status: 409,
    rule: 'licences/L1',
    en: 'A licence type with this code exists already',
    zh: '该类型代码的证照类型已存在',
  },
  'metadata-unsound': {
    status: 422,
    rule: 'licences/L1',
    basis: 'GB/T 36903-2018',
    en: 'The metadata schema cannot be used: {reason}',
    zh: '照面元数据定义不可用：{reason}',
  },
  'no-such-type': {
    status: 422,
    rule: 'licences/L1',
    basis: 'GB/T 36904-2018',
    en: 'There is no published licence type {typeCode}',
    zh: '没有已发布的证照类型 {typeCode}',
  },
  'fields-invalid': {
    status: 422,
    rule: 'licences/L1',
    basis: 'GB/T 36903-2018',
    en: 'The fields do not fit the metadata of the licence type',
    zh: '照面信息不符合证照类型的元数据定义',
  },
  'no-such-issuer': {
    status: 422,
    rule: 'licences/L1',
    en: 'There is no active organization {id} that could issue',
    zh: '没有可以颁发证照的在用机构 {id}',
  },
  'validity-unsound': {
    status: 422,
    rule: 'licences/L2',
    en: 'A licence ends on or after the day it begins, and not before today',
    zh: '证照有效期截止日不得早于起始日，也不得早于今天',
  },
  'already-held': {
    status: 409,
    rule: 'licences/L2',
    en: 'The holder has a valid licence of this type for these days already',
    zh: '持证主体在此期间已持有同类有效证照',
  },
  'effect-day-unsound': {
    status: 422,
    rule: 'licences/L2',
    basis: ANNULMENT,
    en: 'An annulment takes effect between {from} and {to}',
    zh: '撤销的生效日须在 {from} 至 {to} 之间',
  },
  'basis-missing': {
    status: 422,
    rule: 'licences/L2',
    basis: `${ANNULMENT}第一款第（五）项`,
    en: 'Another lawful ground names its provision in `basis`',
    zh: '“依法可以撤销的其他情形”须在 basis 中写明条款',
  },
  'one-thing-to-verify': {
    status: 422,
    rule: 'licences/L5',
    en: 'Send either the credential or the code, not both',
    zh: '请提供凭证或核验码其中一项',
  },
});
