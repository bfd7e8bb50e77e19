import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export const bundleStates = ['draft', 'published', 'withdrawn'] as const;
export type BundleState = (typeof bundleStates)[number];
export type BundleAct = 'edit' | 'publish' | 'interrupt' | 'withdraw';

// bundles/B6. While a revision is worked on, the version published before stays in force.
export const bundleLifecycle = lifecycle<BundleState, BundleAct>('bundles.bundle', {
  edit: { from: ['draft', 'published'], to: 'draft', zh: '编制' },
  publish: { from: ['draft'], to: 'published', zh: '发布' },
  // catalog/C9
  interrupt: { from: ['draft', 'published'], to: 'unchanged', zh: '因事项取消而暂停申请' },
  withdraw: { from: ['draft', 'published'], to: 'withdrawn', zh: '取消' },
});
