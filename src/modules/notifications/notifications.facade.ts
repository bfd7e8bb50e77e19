import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/authz/actor';
import type { SubjectRef } from '../../kernel/events/subject';
import { MessageService } from './message/message.service';
import type { Wording, Words } from './message/words.rules';

export type { Wording, Words };

export interface Notice {
  /** A natural or legal person, or a member of staff. */
  partyId: string;
  /** What the message is about: a reader's way back to it. */
  about: SubjectRef;
  /** Same key, told once: e.g. `acceptance.accepted/<caseId>`. */
  key: string;
  words: Words;
}

/** Messages to people for the floors above. The wording belongs to the module that has something to say (`*.notices.ts`). */
@Injectable()
export class NotificationsFacade {
  constructor(private readonly messages: MessageService) {}

  /** Puts the notices into their inboxes within the caller's transaction; mail, where there is any, follows after the commit. */
  async tell(by: Actor, ...notices: Notice[]): Promise<void> {
    await this.messages.tell(by, notices);
  }
}
