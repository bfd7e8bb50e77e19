import { Code, DayText, Flag, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Commitment } from './commitment.entity';
import { type CommitmentAct, commitmentStates } from './commitment.lifecycle';
import type { WrittenCommitment } from './commitment-texts.service';

class StatementView {
  @InstantText({ says: 'When 时间' }) at: string;
  @LongText(4_000, { says: 'What was said 内容' }) text: string;
}

/** The commitment of a case and everything that has come of it. */
export class CommitmentView {
  @Uuid({ says: 'The case 办件' }) id: string;
  @Whole(1, 2_147_483_647, { says: 'Version, for If-Match 版本' }) version: number;
  @OneOf(commitmentStates, { says: 'State 状态' }) state: string;
  @Name(50, { says: 'Version of the text 承诺书版本' }) textVersion: string;
  @LongText(4_000, { says: 'What was promised 承诺内容' }) text: string;
  @LongText(1_000, { says: 'What a false commitment leads to 不实承诺的责任' }) liability: string;
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'SHA-256 of both 摘要' }) textDigest: string;
  @InstantText({ says: 'Made 承诺时间' }) madeAt: string;
  @DayText({ optional: true, says: 'To be checked by 核查期限' }) checkDueOn?: string;
  @InstantText({ optional: true, says: 'Checked 核查时间' }) checkedAt?: string;
  @LongText(4_000, { optional: true, says: 'What was found 核查结论' }) finding?: string;
  @Flag({ optional: true, says: 'It can be put right 能否整改' }) rectifiable?: boolean;
  @DayText({ optional: true, says: 'Statement and defence until 陈述申辩期限' }) defenceDueOn?: string;
  @Flag({ optional: true, says: 'All has been said 陈述申辩完毕' }) defenceEnded?: boolean;
  @Part(() => StatementView, { optional: true, list: { max: 1_000 }, says: 'Statements 陈述申辩' }) statements?: StatementView[];
  @LongText(4_000, { optional: true, says: 'What is to be put right 整改内容' }) order?: string;
  @DayText({ optional: true, says: 'By 整改期限' }) rectifyDueOn?: string;
  @InstantText({ optional: true, says: 'Put right, as reported 报告整改时间' }) rectifiedAt?: string;
  @LongText(4_000, { optional: true, says: 'What has been put right 整改情况' }) report?: string;
  @InstantText({ optional: true, says: 'Decided 处理决定时间' }) decidedAt?: string;
  @LongText(1_000, { optional: true, list: { max: 20 }, says: 'Reasons 理由' }) reasons?: string[];
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(commitment: Commitment, written: WrittenCommitment, acts: CommitmentAct[]): CommitmentView {
    const { id, version, state, textVersion, textDigest, madeAt, checkDueOn, checkedAt, rectifiable, defenceDueOn } = commitment;
    const { defenceEnded, rectifyDueOn, rectifiedAt, decidedAt } = commitment;
    const { text, liability, finding, statements, order, report, reasons } = written;
    const sometimes = {
      ...{ checkDueOn, checkedAt, finding, rectifiable, defenceDueOn, statements, order, rectifyDueOn, rectifiedAt, report },
      ...{ decidedAt, reasons, ...(defenceEnded && { defenceEnded }) },
    };
    const there = Object.entries(sometimes).filter(([, value]) => value !== null && value !== undefined);
    return { id, version, state, textVersion, text, liability, textDigest, madeAt, ...Object.fromEntries(there), acts };
  }
}
