import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, Uuid, Whole } from '../../../kernel/validation/fields';
import { CASE_NUMBER } from '../case/case-number.rules';

/** From the first to the last number, both included. */
export class ReservationView {
  @Uuid() id: string;
  @Code(/^[0-9A-Z]{31}$/, 31, { says: 'Implementation code 实施编码' }) code: string;
  @Uuid({ says: 'Organization whose cases may take them 机构' }) organizationId: string;
  @DayText({ says: 'Day in the numbers 编号日期' }) day: string;
  @Whole(1, 100_000_000, { says: 'How many 数量' }) count: number;
  @Code(CASE_NUMBER, 48, { says: 'First number 起始编号' }) first: string;
  @Code(CASE_NUMBER, 48, { says: 'Last number 终止编号' }) last: string;
  @DayText({ says: 'Last day on which a case may take one 有效期至' }) expiresOn: string;
  @Whole(0, 100_000_000, { says: 'How many cases have taken one 已使用' }) used: number;
}

export const ReservationPage = pageOf(ReservationView);
