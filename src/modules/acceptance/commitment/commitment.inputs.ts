import { Flag, LongText, OneOf, Whole } from '../../../kernel/validation/fields';
import { CertificateFields } from '../decision/decision.inputs';
import { ReasonedInput } from '../intake/intake.inputs';
import { AtWindowInput } from '../window/window.inputs';
import { type AnnulmentGround, annulmentGrounds, type Outcome, outcomes } from './commitment.rules';

export class CommitmentGrantInput extends AtWindowInput {
  @CertificateFields() certificateFields?: Record<string, unknown>;
}

export class FindingInput {
  @Flag({ says: 'What was promised is true 承诺属实', example: true }) kept: boolean;
  @LongText(4_000, { optional: true, says: 'What is false, where something is 不实内容' }) detail?: string;
  @Flag({ optional: true, says: 'It can be put right, where something is false 能否整改' }) rectifiable?: boolean;
}

export class DefenceInput {
  @LongText(4_000, { says: 'Statement and defence 陈述申辩内容' }) text: string;
  @Flag({ optional: true, says: 'Nothing more will be said: a decision may follow 陈述申辩完毕' }) last?: boolean;
}

export class RectificationOrderInput {
  @Whole(1, 365, { says: 'Working days 整改期限（工作日）', example: 10 }) days: number;
  @LongText(4_000, { says: 'What is to be put right 整改内容' }) what: string;
}

export class RectificationInput {
  @LongText(4_000, { says: 'What has been put right 整改情况' }) report: string;
}

export class AfterCheckDecisionInput extends ReasonedInput {
  @OneOf(outcomes, { says: 'The grant stands, has been put right, or is annulled 处理结果', example: 'upheld' }) outcome: Outcome;
  @OneOf(annulmentGrounds, { optional: true, says: 'Ground of art. 69, for an annulment 撤销情形' }) ground?: AnnulmentGround;
}
