import { Injectable } from '@nestjs/common';
import { platform } from '../../../kernel/authz/actor';
import type { FactOf } from '../../../kernel/events/fact';
import { On } from '../../../kernel/events/listeners';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { IdentityFacade, type PartyCard } from '../../identity/identity.facade';
import type { Dispatch, Message } from '../message/message.entity';
import { Messages } from '../message/message.store';
import { wordsFor } from '../message/words.rules';
import { MessageToSend } from '../notifications.events';
import { MailFault, MailService } from './mail.service';

const by = platform('notifications');

/**
 * N1: retried, never doubled by us. The attempt is committed, then the server is spoken to outside of any transaction, then `sent` is
 * committed. SMTP cannot do better: when the server has taken a mail and its answer, or our mark, is lost, the mail goes out once more,
 * under the same Message-ID.
 */
@Injectable()
export class Mail {
  constructor(
    private readonly tx: Tx,
    private readonly messages: Messages,
    private readonly identity: IdentityFacade,
    private readonly mail: MailService,
    private readonly vault: Vault,
  ) {}

  @On(MessageToSend, 'notifications.mail', { outside: true })
  async hear({ payload: { messageId } }: FactOf<typeof MessageToSend>): Promise<void> {
    const due = await this.begin(messageId);
    if (!due) return;
    try {
      await this.mail.send(due.to, messageId, wordsFor(due.message.words(this.vault), due.language));
    } catch (error) {
      const { code, final } = error instanceof MailFault ? error : { code: 'unknown', final: false };
      await this.note(messageId, (message, dispatch) => message.failed(dispatch, code, final));
      if (final) return;
      throw error;
    }
    await this.note(messageId, (message, dispatch) => message.sent(dispatch, this.tx.now));
  }

  private async begin(id: string): Promise<{ message: Message; to: string; language: PartyCard['language'] } | undefined> {
    let found: PartyCard | undefined;
    const message = await this.note(id, async (message, dispatch) => {
      [found] = await this.identity.parties([message.partyId]);
      if (found?.email) message.attempt(dispatch);
      else message.notAddressed(dispatch);
    });
    return message && found?.email ? { message, to: found.email, language: found.language } : undefined;
  }

  /** One change of the delivery record that is still due, in a transaction of its own; nothing when it is no longer due. */
  private note(id: string, change: (message: Message, dispatch: Dispatch) => void | Promise<void>): Promise<Message | undefined> {
    return this.tx.run(async () => {
      const message = await this.messages.lookupFor(by, 'send', id);
      const dispatch = message.dispatches.find(({ channel, state }) => channel === 'mail' && state === 'due');
      if (!dispatch) return undefined;
      await change(message, dispatch);
      await this.messages.save(by, message);
      return message;
    });
  }
}
