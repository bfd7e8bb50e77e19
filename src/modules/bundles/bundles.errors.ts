import { problems } from '../../kernel/http/problem';

const AT_ONCE = '《国务院关于进一步优化政务服务提升行政效能推动“高效办成一件事”的指导意见》（国发〔2024〕3号）';
const CONFIRMED = '《国务院关于在线政务服务的若干规定》（国务院令第716号）第十二条';
const B1 = { status: 422, rule: 'bundles/B1', basis: AT_ONCE };
const B2 = { status: 422, rule: 'bundles/B2' };

export const refuse = problems('bundles', {
  'code-taken': {
    status: 409,
    rule: 'bundles/B1',
    en: 'There is a bundle with the code {code} already',
    zh: '编码为 {code} 的“一件事”已存在',
  },
  'lead-not-active': {
    ...{ status: 422, rule: 'bundles/B1' },
    en: 'The lead organization is not an active one',
    zh: '牵头部门不存在或已撤销',
  },
  'one-department': {
    ...B1,
    en: 'A bundle joins items of two or more departments',
    zh: '“一件事”应当由两个以上部门的事项组成',
  },
  'member-twice': { ...B1, en: 'The member {member} is named twice', zh: '成员事项 {member} 重复' },
  'no-such-member': {
    ...B2,
    en: 'No published guide has the code {code} of the member {member}',
    zh: '成员事项 {member} 的编码 {code} 没有已发布的办事指南',
  },
  'nothing-in-common': {
    ...B2,
    en: 'The members share no {what}: nobody could apply for all of them at once',
    zh: '各成员事项没有共同的{whatZh}，无法一次申请',
  },
  'edge-unknown': {
    ...B2,
    en: 'The order goes from {from} to {to}, of which one is no member',
    zh: '先后关系 {from}→{to} 中有一方不是成员事项',
  },
  circle: { ...B2, en: 'The members {members} wait for each other in a circle', zh: '成员事项 {members} 相互等待，形成循环' },
  unreachable: {
    ...B2,
    en: 'The member {member} waits for a circle and would never be reached',
    zh: '成员事项 {member} 的前置事项形成循环，永远不会启动',
  },
  'field-unknown': {
    ...B2,
    en: 'The form of the member {member} has no field {field}',
    zh: '成员事项 {member} 的表单没有字段 {field}',
  },
  'field-twice': {
    ...B1,
    en: 'The field {field} of the member {member} is filled twice',
    zh: '成员事项 {member} 的字段 {field} 被重复填报',
  },
  'fields-differ': {
    ...B1,
    en: 'The field {name} joins fields of different types: their meaning cannot be one',
    zh: '字段 {name} 合并了类型不同的字段，含义不一致',
  },
  'field-uncovered': {
    ...B2,
    en: 'The member {member} requires the field {field}, which nothing fills',
    zh: '成员事项 {member} 的必填字段 {field} 未被覆盖',
  },
  'material-unknown': {
    ...B2,
    en: 'The guide of the member {member} names no material {material}',
    zh: '成员事项 {member} 的办事指南没有材料 {material}',
  },
  'material-twice': { ...B1, en: 'The material {material} is asked for twice', zh: '材料 {material} 被重复收取' },
  'materials-differ': {
    ...B1,
    en: 'The material {code} joins materials that share neither code nor certificate type',
    zh: '材料 {code} 合并的各项材料编码和证照类型均不相同',
  },
  'material-uncovered': {
    ...B2,
    en: 'The member {member} requires the material {material}, which nothing hands in',
    zh: '成员事项 {member} 的必备材料 {material} 未被覆盖',
  },
  'flow-unfounded': {
    ...B2,
    en: 'Nothing that {from} issues can serve as {what} of {to}',
    zh: '{from} 的结果不能用作 {to} 的 {what}',
  },
  'promise-too-short': {
    ...B2,
    en: 'The promise of {days} working days is shorter than the longest path through the members ({longest})',
    zh: '承诺 {days} 个工作日短于成员事项最长路径的承诺时限（{longest} 个工作日）',
  },
  'no-such-bundle': { ...B1, en: 'No published bundle has the code {code}', zh: '没有编码为 {code} 的已发布“一件事”' },
  'out-of-step': {
    ...{ status: 409, rule: 'bundles/B2' },
    en: 'A guide has changed and the bundle does not fit it any more; the items can be applied for one by one meanwhile',
    zh: '有成员事项的办事指南已变更，“一件事”须重新发布；期间可单独申请各事项',
  },
  'not-authorised': {
    ...{ status: 403, rule: 'bundles/B3' },
    en: 'You may apply only for yourself or for somebody who has authorised you',
    zh: '只能为本人或已授权的人申请',
  },
  'beyond-the-bundle': {
    ...B1,
    en: 'The bundle asks for nothing of this kind: {what}',
    zh: '“一件事”没有要求：{what}',
  },
  'flow-not-agreed': {
    ...{ status: 422, rule: 'bundles/B3', basis: CONFIRMED },
    en: 'Results go on to the next step only once the applicant has agreed to it',
    zh: '前序结果用于后续事项须经申请人同意',
  },
  'nothing-waits': {
    ...{ status: 409, rule: 'bundles/B4' },
    en: 'Every member has been submitted already; withdraw the cases one by one',
    zh: '各事项均已提交，请逐件撤回',
  },
});
