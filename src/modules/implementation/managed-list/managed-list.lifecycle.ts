import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type ManagedListState = 'derived' | 'cleared' | 'published' | 'discarded';
export type ManagedListAct = 'review-secrecy' | 'refuse-secrecy' | 'publish' | 'discard';

// catalog/C6. A list that is refused is derived anew, when what it is derived from has been mended.
export const managedListLifecycle = lifecycle<ManagedListState, ManagedListAct>('implementation.managed-list', {
  'review-secrecy': { from: ['derived'], to: 'cleared', zh: '保密审查' },
  'refuse-secrecy': { from: ['derived'], to: 'discarded', zh: '保密审查未通过' },
  publish: { from: ['cleared'], to: 'published', zh: '发布' },
  discard: { from: ['derived', 'cleared'], to: 'discarded', zh: '作废' },
});
