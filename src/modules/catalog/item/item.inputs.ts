import { Code, DayText, LongText } from '../../../kernel/validation/fields';
import { checkBasicCode } from '../codes.rules';
import { ItemElementsInput } from '../elements.inputs';

export const BASIC_CODE = /^\d{9}(\d{3}|0\dY|W\d{2})$/;

export class DraftItemInput extends ItemElementsInput {
  @Code(BASIC_CODE, 12, {
    says: 'Basic code, 12 characters 基本编码',
    example: '650123901000',
    check: (code) => checkBasicCode(code).ok,
    detail: 'a basic code: division, type of the dictionary, department, main item, sub-item (GB/T 39554.1)',
  })
  basicCode: string;
}

export class PublishItemInput {
  @DayText({ optional: true, says: 'First day of the version, the earliest possible unless told 生效日期' })
  effectiveFrom?: string;
}

export class UnscheduleItemInput {
  @LongText(500, { says: 'Why 原因' }) reason: string;
}

export class AsOfQuery {
  @DayText({ optional: true, says: 'As it stood on this day 基准日期' }) asOf?: string;
}
