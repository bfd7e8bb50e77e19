import { Entity } from 'typeorm';
import type { SubjectRef } from '../../../kernel/events/subject';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Id, Instant, Ref, Whole, Words as Text } from '../../../kernel/persistence/columns';
import { uuidv7 } from '../../../kernel/persistence/uuid';
import type { Vault } from '../../../kernel/persistence/vault';
import { MessageToSend } from '../notifications.events';
import { messageLifecycle, type MessageState } from './message.lifecycle';
import { withoutNumbers, type Words } from './words.rules';

/** `refused`: the mail server will never take it; `no-address`: nobody to send it to. */
export type DispatchState = 'due' | 'sent' | 'refused' | 'no-address';

/** The delivery record of one message on one channel besides the inbox (投递记录). */
@Entity({ schema: 'notifications', name: 'dispatch' })
export class Dispatch {
  @Id() readonly id: string = uuidv7();
  @Ref() messageId: string;
  @Text() channel: 'mail';
  @Text() state: DispatchState = 'due';
  @Whole() attempts: number = 0;
  /** What the server said last, as a code: its words could hold an address. */
  @Text({ nullable: true }) fault: string | null = null;
  @Instant({ nullable: true }) sentAt: string | null = null;
}

export interface MessageFacts {
  partyId: string;
  about: SubjectRef;
  key: string;
  words: Words;
}

/** Something told to somebody, once (消息). */
@Entity({ schema: 'notifications', name: 'message' })
export class Message extends Aggregate<MessageState> {
  @Ref() partyId: string;
  @Text() aboutKind: string;
  @Ref() aboutId: string;
  @Text() key: string;
  /** What the authorities write to somebody is between the two of them, and may hold the code of an invitation. */
  @Text() wordsSealed: string;
  @Instant() toldAt: string;
  @Instant({ nullable: true }) readAt: string | null;
  dispatches: Dispatch[];

  static compose({ about, words, partyId, key }: MessageFacts, vault: Vault, mails: boolean, now: string): Message {
    const message = new Message();
    const wordsSealed = vault.seal(JSON.stringify(withoutNumbers(words)), place(message.id));
    const facts = { partyId, aboutKind: about.kind, aboutId: about.id, key, wordsSealed, toldAt: now };
    Object.assign(message, { state: 'unread', ...facts, readAt: null, dispatches: [] });
    message.mark('tell', { about: about.kind });
    if (mails) {
      message.dispatches = [message.add(Object.assign(new Dispatch(), { messageId: message.id, channel: 'mail' }))];
      message.tell(MessageToSend({ messageId: message.id }));
    }
    return message;
  }

  words(vault: Vault): Words {
    return JSON.parse(vault.open(this.wordsSealed, place(this.id))) as Words;
  }

  read(now: string): void {
    this.move(messageLifecycle, 'read');
    this.readAt = now;
  }

  /** N1: counted, and committed, before the server is spoken to. */
  attempt(dispatch: Dispatch): void {
    this.sending(dispatch, { attempts: dispatch.attempts + 1 });
  }

  sent(dispatch: Dispatch, now: string): void {
    this.sending(dispatch, { state: 'sent', sentAt: now, fault: null });
  }

  /** With `final`, the server will never take it. */
  failed(dispatch: Dispatch, fault: string, final: boolean): void {
    this.sending(dispatch, { fault, ...(final && { state: 'refused' as const }) });
  }

  notAddressed(dispatch: Dispatch): void {
    this.sending(dispatch, { state: 'no-address' });
  }

  private sending(dispatch: Dispatch, change: Partial<Dispatch>): void {
    Object.assign(dispatch, change);
    const { channel, state, attempts, fault } = dispatch;
    this.move(messageLifecycle, 'send', { channel, dispatch: state, attempts, ...(fault && { fault }) });
    this.alter(dispatch);
  }
}

const place = (id: string) => ({ table: 'notifications.message', column: 'words', id });
