import { lifecycle } from '../../../kernel/lifecycle/lifecycle';

export type MessageState = 'unread' | 'read';
export type MessageAct = 'read' | 'send';

export const messageLifecycle = lifecycle<MessageState, MessageAct>('notifications.message', {
  read: { from: ['unread'], to: 'read', zh: '阅读' },
  send: { from: ['unread', 'read'], to: 'unchanged', zh: '发送' },
});
