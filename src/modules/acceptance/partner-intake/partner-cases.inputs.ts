import { PageQuery } from '../../../kernel/http/page';
import { Flag, OneOf } from '../../../kernel/validation/fields';

export class UnplacedQuery extends PageQuery {
  @OneOf(['parked', 'refused'], { optional: true, says: 'Waiting, or found to contradict when its case came 状态' })
  state?: 'parked' | 'refused';
  @Flag({ optional: true, says: 'Only those that wait for longer than the platform’s days 仅超期未归位' }) overdue?: boolean;
}
