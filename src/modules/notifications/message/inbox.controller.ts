import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../kernel/authz/actor';
import { By } from '../../../kernel/authz/door.guard';
import { context } from '../../../kernel/http/context';
import { Door } from '../../../kernel/http/door';
import type { Page } from '../../../kernel/http/page';
import { PathId } from '../../../kernel/http/path';
import { Vault } from '../../../kernel/persistence/vault';
import { IdentityFacade } from '../../identity/identity.facade';
import { notificationsPermissions } from '../notifications.permissions';
import { InboxQuery } from './inbox.inputs';
import { MessagePage, MessageView } from './inbox.views';
import { MessageService } from './message.service';
import { Messages } from './message.store';
import type { Message } from './message.entity';
import { type ReadingLanguage, wordsFor } from './words.rules';
import { demoId } from '../../../kernel/persistence/uuid';

const inbox = notificationsPermissions.inbox;

@ApiTags('notifications')
@Controller('v1/me/inbox')
export class InboxController {
  constructor(
    private readonly service: MessageService,
    private readonly messages: Messages,
    private readonly identity: IdentityFacade,
    private readonly vault: Vault,
  ) {}

  @Get()
  @Door({
    to: inbox,
    en: 'Read my inbox',
    zh: '我的消息',
    more: 'Newest first: one’s own messages and those of the legal persons whose legal representative one is, in the language one has chosen.',
    answers: MessagePage,
    as: 'citizen',
  })
  async readInbox(@By() by: Actor, @Query() query: InboxQuery): Promise<Page<MessageView>> {
    const [{ items, nextCursor }, language] = await Promise.all([this.messages.inbox(by, query), this.languageOf(by)]);
    return { items: items.map((message) => this.view(by, message, language)), nextCursor };
  }

  @Post(':id/reading')
  @Door({
    ...{ to: inbox, en: 'Mark a message as read', zh: '标记为已读', answers: MessageView },
    ...{ as: 'citizen', at: { id: demoId('message', 'to-read') } },
  })
  async readMessage(@By() by: Actor, @PathId() id: string): Promise<MessageView> {
    const message = await this.service.read(by, id);
    return this.view(by, message, await this.languageOf(by));
  }

  private view(by: Actor, message: Message, language: ReadingLanguage): MessageView {
    return MessageView.of(message, wordsFor(message.words(this.vault), language), this.messages.actsFor(by, message));
  }

  /** The language a person has chosen; staff have the one of their screen. */
  private async languageOf(by: Actor): Promise<ReadingLanguage> {
    const [party] = by.kind === 'person' ? await this.identity.parties([by.id]) : [];
    return party?.language ?? context().language;
  }
}
