import { problems } from '../../../kernel/http/problem';

export const refuse = problems('acceptance', {
  'order-place-unknown': {
    status: 422,
    rule: 'implementation/I9',
    en: 'No division has the code {division}',
    zh: '没有编码为 {division} 的区划',
  },
  'order-version-unknown': {
    status: 422,
    rule: 'implementation/I9',
    en: 'A version is named that is not published',
    zh: '所列版本未发布',
  },
  'order-version-elsewhere': {
    status: 422,
    rule: 'implementation/I9',
    en: 'A version is named that is not of a list of this item in this region',
    zh: '所列版本不属于该地区该事项的实施清单',
  },
  'order-list-twice': {
    status: 422,
    rule: 'implementation/I9',
    en: 'Cases of a list go to one version',
    zh: '同一实施清单只能指定一个版本',
  },
  'order-version-not-in-force': {
    status: 422,
    rule: 'implementation/I9',
    en: 'A version is named that is not in force on the day of the order',
    zh: '所列版本在命令生效之日不具有效力',
  },
  'order-own-draft': {
    status: 403,
    rule: 'implementation/I9',
    en: 'Nobody issues an order that they drafted',
    zh: '不得签发本人起草的命令',
  },
  'order-impact-not-seen': {
    status: 422,
    rule: 'implementation/I9',
    en: 'An order is issued by somebody who has read what it changes: name the digest of its impact',
    zh: '签发前须查看受影响的在办件，请填写影响摘要',
  },
  'order-impact-changed': {
    status: 409,
    rule: 'implementation/I9',
    en: 'What the order changes is other than you have read: read it again',
    zh: '查看之后受影响的在办件已有变化，请重新查看',
  },
});
