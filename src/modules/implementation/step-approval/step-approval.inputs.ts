import { LongText, Name, OneOf } from '../../../kernel/validation/fields';

export class AskStepApprovalInput {
  @LongText(1000, { says: 'Why the matter needs more steps 理由' }) reason: string;
}

export class DecideStepApprovalInput {
  @OneOf(['granted', 'refused'], { says: 'Outcome 批准结果' }) outcome: 'granted' | 'refused';
  @LongText(1000, { says: 'Reasons 理由' }) reasons: string;
  @Name(100, { optional: true, says: 'Number of the document that grants it 文号', example: '示例〔2026〕3号' })
  documentNumber?: string;
}
