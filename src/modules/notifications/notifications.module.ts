import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module';
import { Mail } from './mail/mail.listener';
import { MailService } from './mail/mail.service';
import { InboxController } from './message/inbox.controller';
import { Dispatch, Message } from './message/message.entity';
import { MessageService } from './message/message.service';
import { Messages } from './message/message.store';
import { NotificationsFacade } from './notifications.facade';

/** Messages to people: the inbox always, mail where a server and an address are known (消息通知). */
@Module({
  imports: [IdentityModule],
  controllers: [InboxController],
  providers: [NotificationsFacade, Messages, MessageService, MailService, Mail],
  exports: [NotificationsFacade],
})
export class NotificationsModule {
  static readonly entities = [Message, Dispatch];
}
