import { PageQuery } from '../../../kernel/http/page';
import { Code, Flag, LongText, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import { INVITATION_CODE } from '../invitation/invitation-code.rules';
import { detailCodes, type Grade } from './detail-codes.rules';

export const details = Object.keys(detailCodes);

class RatedInput {
  @Whole(1, 5, { says: '5 very satisfied to 1 very dissatisfied 满意度：5 非常满意 … 1 非常不满意', example: 5 }) grade: Grade;
  @OneOf(details, { list: { max: 8 }, optional: true, says: 'Details; the first digit is the grade 评价详情', example: ['517'] })
  details?: string[];
  @LongText(1000, { optional: true, says: 'In your own words 文字评价' }) text?: string;
  @Code(INVITATION_CODE, 22, { optional: true, says: 'Code of your invitation 邀请码' }) invitation?: string;
}

export class RatingInput extends RatedInput {
  @Uuid({ optional: true, says: 'Your case, when you are signed in 办件' }) caseId?: string;
  @Flag({ optional: true, says: 'The rating desk does not learn who you are either 匿名' }) anonymous?: boolean;
}

export class SupplementInput extends RatedInput {}

export class RatingQuery extends PageQuery {
  @Whole(1, 5, { optional: true, says: 'Of this grade 等级' }) grade?: number;
  @Uuid({ optional: true, says: 'Of this organization 被评价机构' }) organization?: string;
}
