import { pageOf } from '../../../kernel/http/page';
import { InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Message } from './message.entity';
import type { MessageAct } from './message.lifecycle';
import type { Wording } from './words.rules';

export class SubjectView {
  @Name(50, { says: 'Kind of record 记录类型', example: 'acceptance.case' }) kind: string;
  @Uuid() id: string;
}

export class DispatchView {
  @OneOf(['mail'], { says: 'Channel 渠道' }) channel: string;
  @OneOf(['due', 'sent', 'refused', 'no-address'], { says: 'State 投递状态' }) state: string;
  @Whole(0, 1000, { says: 'Attempts 尝试次数' }) attempts: number;
  @InstantText({ optional: true, says: 'Taken by the mail server 发出时间' }) sentAt?: string;
}

export class MessageView {
  @Uuid() id: string;
  @OneOf(['unread', 'read'], { says: 'State 状态' }) state: string;
  @Uuid({ says: 'Whom it was told 接收主体' }) partyId: string;
  @Part(() => SubjectView, { says: 'What it is about 相关事项' }) about: SubjectView;
  @Name(500, { says: 'Title in the reader’s language 标题' }) title: string;
  @LongText(10_000, { says: 'Text in the reader’s language 正文' }) body: string;
  @InstantText({ says: 'Told 告知时间' }) toldAt: string;
  @InstantText({ optional: true, says: 'Read 阅读时间' }) readAt?: string;
  @Part(() => DispatchView, { list: { max: 5 }, says: 'Delivery besides the inbox 投递记录' }) dispatches: DispatchView[];
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(message: Message, wording: Wording, acts: MessageAct[]): MessageView {
    const { id, state, partyId, aboutKind, aboutId, toldAt, readAt, dispatches } = message;
    return {
      ...{ id, state, partyId, about: { kind: aboutKind, id: aboutId }, ...wording, toldAt },
      ...(readAt && { readAt }),
      dispatches: dispatches.map(({ channel, state, attempts, sentAt }) => ({
        channel,
        state,
        attempts,
        ...(sentAt && { sentAt }),
      })),
      acts,
    };
  }
}

export const MessagePage = pageOf(MessageView);
