import { problems } from '../../kernel/http/problem';

const basis = '国办发〔2019〕51号';

export const refuse = problems('ratings', {
  'detail-of-other-grade': {
    status: 422,
    rule: 'ratings/R1',
    basis,
    en: 'Detail {detail} does not belong to grade {grade}',
    zh: '评价详情 {detail} 与所选等级 {grade} 不符',
  },
  'case-or-invitation': {
    status: 422,
    rule: 'ratings/R2',
    basis,
    en: 'Name the case you are rating or the invitation you have, one of them',
    zh: '请提供所评价的办件或邀请码，二者择一',
  },
  'not-over-yet': {
    status: 409,
    rule: 'ratings/R2',
    basis,
    en: 'A service is rated when it is over; this case is {state}',
    zh: '服务结束后方可评价，该办件当前状态为 {state}',
  },
  'already-rated': {
    status: 409,
    rule: 'ratings/R2',
    basis,
    en: 'This service has been rated already; you may supplement your rating once',
    zh: '该服务已评价，您可追加评价一次',
  },
  'invitation-used': {
    status: 409,
    rule: 'ratings/R2',
    basis,
    en: 'This invitation has been used',
    zh: '该评价邀请已使用',
  },
  'nothing-to-supplement': {
    status: 409,
    rule: 'ratings/R2',
    basis,
    en: 'Nothing has been rated with this invitation yet',
    zh: '该邀请尚未用于评价，不能追评',
  },
  'invitation-expired': {
    status: 409,
    rule: 'ratings/R2',
    basis,
    en: 'This invitation was valid until {expiresAt}',
    zh: '该评价邀请已于 {expiresAt} 失效',
  },
});
