import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

/** acceptance/A8. `unscanned`: no virus scanner has looked at it. */
export const uploadStates = ['receiving', 'unscanned', 'removed'] as const;
export type UploadState = (typeof uploadStates)[number];
export type UploadAct = 'receive-unscanned' | 'hand-in' | 'release' | 'remove';

export const uploadLifecycle = lifecycle<UploadState, UploadAct>('acceptance.upload', {
  'receive-unscanned': { from: ['receiving'], to: 'unscanned', zh: '收到文件（未配置查毒）' },
  'hand-in': { from: ['unscanned'], to: 'unchanged', zh: '随办件提交' },
  release: { from: ['unscanned'], to: 'unchanged', zh: '随草稿删除' },
  remove: { from: ['receiving', 'unscanned'], to: 'removed', zh: '删除' },
});
