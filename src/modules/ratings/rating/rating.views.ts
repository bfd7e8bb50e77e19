import { pageOf } from '../../../kernel/http/page';
import { Code, Flag, InstantText, LongText, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Rating } from './rating.entity';
import { type RatingAct, ratingStates } from './rating.lifecycle';

/** What everybody who may read ratings reads. */
class SaidView {
  @Whole(1, 5, { says: 'Grade 等级' }) grade: number;
  @Code(/^[1-5]\d\d$/, 3, { list: { max: 8 }, says: 'Details 评价详情' }) details: string[];
  @LongText(1000, { optional: true, says: 'In their own words 文字评价' }) text?: string;
  @Whole(1, 5, { optional: true, says: 'Grade of the supplement 追评等级' }) laterGrade?: number;
  @Code(/^[1-5]\d\d$/, 3, { list: { max: 8 }, says: 'Details of the supplement 追评详情' }) laterDetails: string[];
  @LongText(1000, { optional: true, says: 'Words of the supplement 追评文字' }) laterText?: string;
}

/** A line of the list. The desk sees `id`, time and case; the organ rated sees `month` only, and no case and nobody (R3). */
export class RatingLine extends SaidView {
  @Uuid({ says: 'Random reference 评价参考号' }) reference: string;
  @Uuid({ says: 'Organization rated 被评价机构' }) organizationId: string;
  @Name(200, { says: 'Item 事项名称' }) itemName: string;
  @Code(/^\d{4}-\d\d$/, 7, { says: 'Month it was given 评价月份' }) month: string;
  @Uuid({ optional: true, says: 'For the rating desk 评价标识' }) id?: string;
  @InstantText({ optional: true, says: 'For the rating desk 评价时间' }) ratedAt?: string;
  @Uuid({ optional: true, says: 'For the rating desk, unless anonymous 办件' }) caseId?: string;

  static forOrganization(rating: Rating): RatingLine {
    const { reference, organizationId, itemName, ratedOn } = rating;
    return { ...said(rating), reference, organizationId, itemName, month: ratedOn.slice(0, 7) };
  }

  static forDesk(rating: Rating): RatingLine {
    const { id, ratedAt, caseId, anonymous } = rating;
    return { ...RatingLine.forOrganization(rating), id, ratedAt, ...(!anonymous && { caseId }) };
  }
}

/** A rating for whoever gave it and for the desk. */
export class RatingView extends SaidView {
  @Uuid() id: string;
  @OneOf(ratingStates, { says: 'State 状态' }) state: string;
  @Uuid({ says: 'Organization rated 被评价机构' }) organizationId: string;
  @Name(200, { says: 'Item 事项名称' }) itemName: string;
  @Uuid({ optional: true, says: 'Case; not shown to the desk when anonymous 办件' }) caseId?: string;
  @OneOf(['signed-in', 'invitation'], { says: 'Way 评价方式' }) way: string;
  @Flag({ says: 'Anonymous 匿名' }) anonymous: boolean;
  @InstantText({ says: 'Given 评价时间' }) ratedAt: string;
  @InstantText({ optional: true, says: 'Supplemented 追评时间' }) supplementedAt?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(rating: Rating, acts: RatingAct[], isRater: boolean): RatingView {
    const { id, state, organizationId, itemName, caseId, way, anonymous, ratedAt, supplementedAt } = rating;
    return {
      ...{ id, state, organizationId, itemName, ...((isRater || !anonymous) && { caseId }), way, anonymous, ...said(rating) },
      ...{ ratedAt, ...(supplementedAt && { supplementedAt }), acts },
    };
  }
}

export const RatingPage = pageOf(RatingLine);

function said({ grade, details, text, laterGrade, laterDetails, laterText }: Rating): SaidView {
  return {
    ...{ grade, details, ...(text && { text }), ...(laterGrade && { laterGrade }) },
    ...{ laterDetails, ...(laterText && { laterText }) },
  };
}
