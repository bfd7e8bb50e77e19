import { fact } from '../../kernel/events/fact';

/** A message that is to leave the platform by mail as well. */
export const MessageToSend = fact<{ messageId: string }>('notifications.message-to-send');
