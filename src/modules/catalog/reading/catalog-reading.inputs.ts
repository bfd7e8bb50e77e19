import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, Whole } from '../../../kernel/validation/fields';

export class ItemQuery extends PageQuery {
  @DayText({ optional: true, says: 'As it stood on this day 基准日期' }) asOf?: string;
  @Code(/^\d{2}$/, 2, { optional: true, says: 'Items of this type 事项类型' }) itemType?: string;
}

export class DiffQuery {
  @Whole(1, 100_000, { says: 'Number of the version to compare with 对比版本号', example: 1 }) with: number;
}
