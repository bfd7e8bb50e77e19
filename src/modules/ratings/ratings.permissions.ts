import { permissions } from '../../kernel/authz/permissions';

export const ratingsPermissions = permissions('ratings', {
  // R3: staff and systems rate nothing.
  'rating.give': { zh: '评价', kinds: ['person', 'nobody'] },
  'rating.read': { zh: '查看评价', roles: ['rating-desk', 'supervisor', 'clerk', 'officer', 'department-head'] },
  'rating.see': { zh: '查看评价详情', kinds: ['person'], roles: ['rating-desk', 'supervisor'] },
  'rating.desk': { zh: '评价受理席', roles: ['rating-desk', 'supervisor'] },
  'rating.organization': { zh: '查看本机构评价', roles: ['clerk', 'officer', 'department-head'] },
});
