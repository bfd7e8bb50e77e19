import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { Tx } from '../../../kernel/persistence/tx';
import { Vault } from '../../../kernel/persistence/vault';
import { MailService } from '../mail/mail.service';
import { Message, type MessageFacts } from './message.entity';
import { Messages } from './message.store';

@Injectable()
export class MessageService {
  constructor(
    private readonly tx: Tx,
    private readonly messages: Messages,
    private readonly mail: MailService,
    private readonly vault: Vault,
  ) {}

  /** N1: same key, told once. In a race the unique index has the last word: the later act is refused and finds it told when repeated. */
  tell(by: Actor, notices: MessageFacts[]): Promise<void> {
    return this.tx.run(async () => {
      const told = new Set(await this.messages.told(notices.map(({ key }) => key)));
      const fresh = notices.filter(({ key }) => !told.has(key) && told.add(key));
      if (!fresh.length) return;
      const now = this.tx.now;
      await this.messages.save(by, ...fresh.map((notice) => Message.compose(notice, this.vault, this.mail.configured, now)));
    });
  }

  read(by: Actor, id: string): Promise<Message> {
    return this.tx.run(async () => {
      const message = await this.messages.lookupFor(by, 'read', id);
      message.read(this.tx.now);
      await this.messages.save(by, message);
      return message;
    });
  }
}
