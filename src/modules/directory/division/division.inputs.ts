import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, Whole } from '../../../kernel/validation/fields';

export const DIVISION = /^\d{12}$/;

export class AsOfDayQuery {
  @DayText({ optional: true, says: 'As of this day, today unless told 查询日期' }) asOf?: string;
}

export class DivisionQuery extends PageQuery {
  @Code(DIVISION, 12, { optional: true, says: 'Directly below this one by code 代码上级', example: '650100000000' })
  parent?: string;
  @Code(DIVISION, 12, { optional: true, says: 'Directly under this one in administration 行政上级' }) superior?: string;
  @Whole(1, 5, { optional: true, says: '1 region, 2 prefecture, 3 county, 4 township, 5 village 层级' }) level?: number;
  @DayText({ optional: true, says: 'As of this day, today unless told 查询日期' }) asOf?: string;
}
