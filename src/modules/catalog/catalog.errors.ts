import { problems } from '../../kernel/http/problem';

export const refuse = problems('catalog', {
  'not-on-application': {
    status: 422,
    rule: 'catalog/C1',
    en: 'Items of type {type} are exercised ex officio; the catalogue holds items handled on application',
    zh: '事项类型 {type} 属于依职权事项，基本目录只收依申请事项',
  },
  'foreign-code': {
    status: 422,
    rule: 'catalog/C1',
    en: 'The catalogue holds national codes (00) and those of its own region ({own}), not those of {division}',
    zh: '基本目录只收国家编码（00）和本区编码（{own}），不收 {division} 的编码',
  },
  'malformed-code': {
    status: 422,
    rule: 'catalog/C1',
    en: 'This is no basic code ({reason})',
    zh: '不是有效的基本编码（{reason}）',
  },
  'material-code-twice': { status: 422, rule: 'catalog/C1', en: 'Two materials have the same code', zh: '两项材料编码相同' },
  'levels-inconsistent': {
    status: 422,
    rule: 'catalog/C1',
    en: 'Exercise levels or audiences are given twice, or stand beside level 7 (graded)',
    zh: '行使层级或服务对象重复，或与分级管理（7）并列',
  },
  'code-taken': {
    status: 409,
    rule: 'catalog/C1',
    en: 'This basic code is in the catalogue already',
    zh: '该基本编码已在目录中',
  },
  'national-item': {
    status: 422,
    rule: 'catalog/C2',
    en: 'National items arrive by import; their elements are owned by the state',
    zh: '国家事项由导入取得，其要素由国家层面统一',
  },
  'regional-item': {
    status: 422,
    rule: 'catalog/C2',
    en: 'Only national items are imported; items of the region pass the joint review',
    zh: '导入只限国家事项，本区事项须经联合审核',
  },
  'no-such-item': {
    status: 422,
    rule: 'catalog/C2',
    en: 'There is no item {code} in the catalogue',
    zh: '目录中没有事项 {code}',
  },
  'own-draft': {
    status: 403,
    rule: 'catalog/C3',
    en: 'Nobody reviews their own draft',
    zh: '不得审核本人编制的草案',
  },
  'already-answered': {
    status: 409,
    rule: 'catalog/C3',
    en: 'This question has been answered in this round',
    zh: '本轮该问题已经答复',
  },
  'reasons-missing': { status: 422, rule: 'catalog/C3', en: 'A "no" gives its reasons', zh: '答复"否"须说明理由' },
  'effective-too-early': {
    status: 422,
    rule: 'catalog/C4',
    en: 'This version takes effect on {earliest} at the earliest: not in the past, and after the version before it',
    zh: '本版本最早于 {earliest} 生效：不得溯及既往，且须晚于前一版本',
  },
});
