import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type SplittingStandardState = 'draft' | 'piloting' | 'piloted' | 'countersigned' | 'published' | 'discarded';
export type SplittingStandardAct =
  'edit' | 'open-pilot' | 'report' | 'conclude' | 'countersign' | 'agree' | 'return' | 'publish' | 'discard';

// catalog/C10. What is edited after the pilot is piloted again.
export const splittingStandardLifecycle = lifecycle<SplittingStandardState, SplittingStandardAct>('catalog.splitting-standard', {
  edit: { from: ['draft', 'piloted'], to: 'draft', zh: '编制' },
  'open-pilot': { from: ['draft'], to: 'piloting', zh: '启动试点' },
  report: { from: ['piloting'], to: 'piloting', zh: '报告试点情况' },
  conclude: { from: ['piloting'], to: 'piloted', zh: '试点结束' },
  countersign: { from: ['piloted'], to: 'piloted', zh: '会签' },
  agree: { from: ['piloted'], to: 'countersigned', zh: '会签完成' },
  return: { from: ['piloting', 'piloted'], to: 'draft', zh: '退回修改' },
  publish: { from: ['countersigned'], to: 'published', zh: '发布' },
  discard: { from: ['draft', 'piloting', 'piloted', 'countersigned'], to: 'discarded', zh: '作废' },
});
