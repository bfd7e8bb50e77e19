import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type StaffState = 'active' | 'deactivated';
export type StaffAct = 'change' | 'deactivate';

export const staffLifecycle = lifecycle<StaffState, StaffAct>('identity.staff', {
  change: { from: ['active'], to: 'active', zh: '调整角色' },
  deactivate: { from: ['active'], to: 'deactivated', zh: '停用' },
});
