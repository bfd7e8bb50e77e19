import { lifecycle } from '../../../src/kernel/lifecycle/lifecycle';

export type NoteState = 'draft' | 'published' | 'closed';
export type NoteAct = 'edit' | 'publish' | 'close' | 'stamp';

export const noteLifecycle = lifecycle<NoteState, NoteAct>('kernel-test.note', {
  edit: { from: ['draft'], to: 'draft', zh: '修改' },
  publish: { from: ['draft'], to: 'published', zh: '发布' },
  close: { from: ['published'], to: 'closed', zh: '关闭' },
  stamp: { from: ['draft', 'published'], to: 'unchanged', zh: '盖章' },
});
