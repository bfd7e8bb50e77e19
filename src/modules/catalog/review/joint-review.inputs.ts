import { Code, DayText, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../item/item.inputs';
import { type Opinion, type Question, QUESTIONS } from '../item/joint-review.rules';
import type { ReviewRequest } from '../item/review-request.entity';

export class SubmitItemInput {
  @Uuid({
    list: { min: 1, max: 14 },
    says: 'Organizations of at least two prefectures that are asked whether it is workable 征求意见的地（州、市）单位',
  })
  prefectures: string[];
}

export class ItemReviewInput implements Opinion {
  @OneOf(QUESTIONS, { says: 'Question of the joint review 审核问题' }) question: Question;
  @Uuid({ says: 'Organization in whose name it is answered 答复单位' }) organizationId: string;
  @OneOf(['yes', 'no'], { says: 'Answer 答复' }) answer: 'yes' | 'no';
  @LongText(2000, { optional: true, says: 'Reasons; a "no" needs them 理由' }) reasons?: string;
}

export class ReviewRequestView {
  @OneOf(QUESTIONS, { says: 'Question 审核问题' }) question: string;
  @Uuid({ says: 'Organization that is asked 审核单位' }) organizationId: string;
  @OneOf(['yes', 'no'], { optional: true, says: 'Answer 答复' }) answer?: string;
  @LongText(2000, { optional: true, says: 'Reasons 理由' }) reasons?: string;
  @InstantText({ optional: true, says: 'Answered at 答复时间' }) answeredAt?: string;
  @InstantText({ optional: true, says: 'When its time ran out without an answer 逾期时间' }) escalatedAt?: string;

  /** Who answered stays in the history. */
  static of({ question, organizationId, answer, reasons, answeredAt, escalatedAt }: ReviewRequest): ReviewRequestView {
    return {
      ...{ question, organizationId },
      ...(answer && { answer }),
      ...(reasons && { reasons }),
      ...(answeredAt && { answeredAt }),
      ...(escalatedAt && { escalatedAt }),
    };
  }
}

export class AskedView extends ReviewRequestView {
  @Name(200, { says: 'Its name 单位名称' }) organizationName: string;
  @DayText({ optional: true, says: 'Last day for the opinion 答复期限' }) dueOn?: string;
}

export class ReviewRoundView {
  @Whole(1, 100_000, { says: 'Number of the round 轮次' }) round: number;
  @Part(() => AskedView, { list: { max: 20 }, says: 'Who was asked what, and the opinions 征求意见情况' }) asked: AskedView[];
}

export class ItemReviewsView {
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Part(() => ReviewRoundView, { list: { max: 1000 }, says: 'Rounds, newest first 各轮审核' }) rounds: ReviewRoundView[];
}
