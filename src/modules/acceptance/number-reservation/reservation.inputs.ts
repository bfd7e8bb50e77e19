import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, Whole } from '../../../kernel/validation/fields';
import { MOST_NUMBERS } from './reservation.rules';

const LIST_CODE = /^[0-9A-Z]{31}$/;

export class ReserveNumbersInput {
  @Code(LIST_CODE, 31, { says: 'Implementation code of the item 实施编码' }) code: string;
  @DayText({ optional: true, says: 'Day in the numbers, today unless told 编号日期' }) day?: string;
  @Whole(1, MOST_NUMBERS, { says: 'How many 数量' }) count: number;
}

export class ReservationsQuery extends PageQuery {
  @Code(LIST_CODE, 31, { optional: true, says: 'Of this item 实施编码' }) code?: string;
}
