import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, Flag, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { ruleCodes } from '../rule/monitoring.rules';
import type { Card } from './card.entity';
import { type CardAct, cardStates } from './card.lifecycle';

export class CardLine {
  @Uuid() id: string;
  @OneOf(cardStates, { says: 'State 状态' }) state: string;
  @OneOf(ruleCodes, { says: 'Rule 规则' }) rule: string;
  @OneOf(['yellow', 'red'], { says: 'Colour 牌色' }) colour: string;
  @Uuid({ says: 'Organization 被监察机构' }) organizationId: string;
  @Uuid({ says: 'Case 办件' }) caseId: string;
  @Name(48, { optional: true, says: 'Case number 办件编号' }) caseNumber?: string;
  @Name(200, { says: 'Item 事项名称' }) itemName: string;
  @DayText({ says: 'Last day of the limit 到期日' }) dueOn: string;
  @InstantText({ says: 'Raised 发出时间' }) raisedAt: string;

  static of({ id, state, rule, colour, organizationId, subjectId, evidence, raisedAt }: Card): CardLine {
    const { caseNumber, itemName } = evidence.case;
    return {
      ...{ id, state, rule, colour, organizationId, caseId: subjectId, ...(caseNumber && { caseNumber }), itemName },
      ...{ dueOn: evidence.limit.dueOn, raisedAt },
    };
  }
}

export class LimitEvidence {
  @Uuid() id: string;
  @Name(100, { says: 'Kind of limit 时限种类', example: 'acceptance.statutory' }) kind: string;
  @Name(500, { says: 'Basis 依据' }) basis: string;
  @Whole(0, 10_000, { says: 'Days 天数' }) days: number;
  @OneOf(['working-day', 'calendar-day'], { says: 'Unit 单位' }) unit: string;
  @DayText({ says: 'Began 起算日' }) startedOn: string;
  @DayText({ says: 'Last day 到期日' }) dueOn: string;
  @Flag({ says: 'The last day lacks a calendar 暂定' }) provisional: boolean;
  @Name(100, { list: { max: 50 }, says: 'Which calendars it lacks 缺失日历' }) missing: string[];
}

export class CaseEvidence {
  @Name(48, { optional: true, says: 'Case number 办件编号' }) caseNumber?: string | null;
  @Name(50, { says: 'State then 当时状态' }) state: string;
  @Name(200, { says: 'Item 事项名称' }) itemName: string;
  @Code(/^[0-9A-Z]+$/, 31, { says: 'Code of the item 基本编码' }) basicCode: string;
  @InstantText({ optional: true, says: 'Submitted 提交时间' }) submittedAt?: string | null;
  @InstantText({ optional: true, says: 'Accepted 受理时间' }) acceptedAt?: string | null;
  @InstantText({ optional: true, says: 'Decided 决定时间' }) decidedAt?: string | null;
}

export class CardView extends CardLine {
  @Whole(1, 2_147_483_647, { says: 'Version 版本' }) version: number;
  @Part(() => LimitEvidence, { says: 'The limit as it stood then 时限快照' }) limit: LimitEvidence;
  @Part(() => CaseEvidence, { says: 'The case as it stood then 办件快照' }) case: CaseEvidence;
  @DayText({ optional: true, says: 'Answer due 回复期限' }) answerDueOn?: string;
  @DayText({ optional: true, says: 'Last day to appeal 申诉期限' }) appealDueOn?: string;
  @LongText(2000, { optional: true, says: 'Answer 回复' }) answer?: string;
  @InstantText({ optional: true, says: 'Answered 回复时间' }) answeredAt?: string;
  @LongText(2000, { optional: true, says: 'Grounds of appeal 申诉理由' }) appeal?: string;
  @InstantText({ optional: true, says: 'Appealed 申诉时间' }) appealedAt?: string;
  @LongText(2000, { optional: true, says: 'Reason of the decision on the appeal 申诉处理理由' }) appealReason?: string;
  @OneOf(['corrected', 'upheld', 'lifted'], { optional: true, says: 'Outcome 处理结果' }) outcome?: string;
  @LongText(2000, { optional: true, says: 'Finding 处理意见' }) closingReason?: string;
  @InstantText({ optional: true, says: 'Closed 办结时间' }) closedAt?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static override of(
    card: Card,
    acts: CardAct[] = [],
    due: Partial<Record<'answerDueOn' | 'appealDueOn', string>> = {},
  ): CardView {
    const { version, evidence, answer, answeredAt, appeal, appealedAt, appealReason, outcome, closingReason, closedAt } = card;
    const later = { answer, answeredAt, appeal, appealedAt, appealReason, outcome, closingReason, closedAt };
    return {
      ...CardLine.of(card),
      ...{ version, limit: evidence.limit, case: present(evidence.case), ...due },
      ...present(later),
      acts,
    } as CardView;
  }
}

export const CardPage = pageOf(CardLine);

/** Leaves out what is not there. */
const present = (values: object): object => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
