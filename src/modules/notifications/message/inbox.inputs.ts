import { PageQuery } from '../../../kernel/http/page';
import { OneOf } from '../../../kernel/validation/fields';

export class InboxQuery extends PageQuery {
  @OneOf(['unread', 'read'], { optional: true, says: 'Only unread or only read ones 未读或已读' }) state?: 'unread' | 'read';
}
