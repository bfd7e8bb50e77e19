import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, Flag, LongText, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import { checkBasicCode, type Level, LEVELS } from '../../catalog/catalog.facade';

export const IMPLEMENTATION_STATES = ['draft', 'submitted', 'audited', 'published', 'withdrawn'] as const;

export class DraftImplementationInput {
  @Uuid({ says: 'Organization that offers it 实施机构' }) organizationId: string;
  @Code(/^\d{9}(\d{3}|0\dY|W\d{2})$/, 12, {
    says: 'Basic code of the catalogue item 基本编码',
    example: '000123020000',
    check: (code) => checkBasicCode(code).ok,
    detail: 'a basic code of the catalogue',
  })
  basicCode: string;
  @OneOf(LEVELS, { says: 'Level at which the organization exercises it 行使层级', example: '4' }) level: Level;
  @Whole(1, 99, { optional: true, says: 'Number of the handling variant, the next one unless told 业务办理项序号' })
  variantNumber?: number;
  @Name(50, { optional: true, says: 'Name of the handling variant 业务办理项名称', example: '新办' }) variantName?: string;
}

export class ListAuditInput {
  @OneOf(['approved', 'returned'], { says: 'Outcome 审核结果' }) outcome: 'approved' | 'returned';
  @LongText(2000, { says: 'Reasons 理由' }) reasons: string;
}

export class PublishImplementationInput {
  @DayText({ optional: true, says: 'Day from whose midnight it is in force, at once unless told 生效日期' })
  effectiveFrom?: string;
}

export class WithdrawImplementationInput {
  @LongText(500, { says: 'Why 原因' }) reason: string;
}

export class ImplementationQuery extends PageQuery {
  @Uuid({ optional: true, says: 'Of this organization 实施机构' }) organization?: string;
  @OneOf(IMPLEMENTATION_STATES, { optional: true, says: 'In this state 状态' }) state?: string;
  @Flag({ optional: true, says: 'Those that must follow a later version of the catalogue, or those that need not 须跟进目录' })
  mustFollow?: boolean;
}
