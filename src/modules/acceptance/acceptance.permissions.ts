import { permissions } from '../../kernel/authz/permissions';

export const acceptancePermissions = permissions('acceptance', {
  // A16: a clerk may enter a case for an applicant who never goes online.
  'case.apply': { zh: '申请办事', kinds: ['person'], roles: ['clerk', 'officer', 'department-head', 'partner-system'] },
  'case.take-in': { zh: '受理', roles: ['clerk', 'officer', 'department-head'] },
  'case.review': { zh: '审查', roles: ['officer', 'department-head'] },
  'case.decide': { zh: '决定', roles: ['officer', 'department-head'] },
  // directory/D4: a clerk with a live delegation knocks as well.
  'case.decide-in-name': { zh: '决定（含首席事务代表）', roles: ['clerk', 'officer', 'department-head'] },
  // A20: by the head of the organ; joint handling by the head of the government of its level.
  'case.extend': { zh: '延长办理期限', roles: ['department-head', 'government-head'] },
  'case.on-the-spot': { zh: '当场办结', roles: ['officer', 'department-head'] },
  'case.deliver': { zh: '送达', roles: ['clerk', 'officer', 'department-head'] },
  'case.watch': {
    zh: '查看办件',
    roles: ['clerk', 'officer', 'department-head', 'government-head', 'supervisor', 'partner-system'],
  },
  'case.see': {
    zh: '查看办件详情',
    kinds: ['person'],
    roles: ['clerk', 'officer', 'department-head', 'government-head', 'supervisor', 'partner-system'],
  },
  'order.give': { zh: '起草、签发法律变更适用令', roles: ['service-administrator'] },
  'case.help': { zh: '帮办代办', roles: ['clerk', 'officer', 'department-head'] },
  // A22, A1
  'partner-case.send': { zh: '报送办件', roles: ['partner-system'] },
  'partner-case.watch': {
    zh: '查看未归位的报送记录',
    roles: ['partner-system', 'department-head', 'supervisor', 'platform-operator'],
  },
  'number.reserve': { zh: '预留办件编号', roles: ['clerk', 'partner-system'] },
  'case.own': { zh: '我的办件', kinds: ['person'] },
});
