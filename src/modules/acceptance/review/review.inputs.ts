import { Code, LongText, Name, OneOf, Whole } from '../../../kernel/validation/fields';
import { type Conclusion, conclusions, takeOverReasons } from './review.rules';

export class AssignmentInput {
  @OneOf(takeOverReasons, { optional: true, says: 'Why it is taken from a colleague who holds it 接办原因' })
  takeOverReason?: string;
}

export class OpinionInput {
  @Name(64, { says: 'Step of the guide 环节编码', example: 'review' }) step: string;
  @OneOf(conclusions, { says: 'Conclusion 结论', example: 'pass' }) conclusion: Conclusion;
  @LongText(4_000, { says: 'Opinion 意见', example: '材料齐全，符合法定形式' }) text: string;
}

export class ExtensionInput {
  @Whole(1, 15, { says: 'Working days to add 延长的工作日数', example: 10 }) days: number;
  @LongText(1_000, { says: 'Why; the applicant is told 延长理由' }) reason: string;
  @LongText(500, { optional: true, says: 'Provision it rests on, where the item is no licence 非许可事项的依据' }) basis?: string;
}

export class ProcedureInput {
  @Code(/^[a-z-]+$/, 50, { says: 'Special procedure of the guide 特别程序种类', example: 'testing' }) kind: string;
  @LongText(1_000, { says: 'Why in this case 启动原因' }) reason: string;
}

export class ProcedureEndInput {
  @LongText(2_000, { says: 'Result 结果' }) result: string;
}
