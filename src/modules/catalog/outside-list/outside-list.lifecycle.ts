import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type OutsideListState = 'kept';
export type OutsideListAct = 'import' | 'resolve';

export const outsideListLifecycle = lifecycle<OutsideListState, OutsideListAct>('catalog.outside-list', {
  import: { from: ['kept'], to: 'unchanged', zh: '导入清单文件' },
  resolve: { from: ['kept'], to: 'unchanged', zh: '处理差异' },
});
