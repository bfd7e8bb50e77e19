import { LongText, Part, Whole } from '../../../kernel/validation/fields';
import { MaterialInput, materialList } from '../material/material.inputs';

export class DeferredSupplyInput {
  @Part(() => MaterialInput, { ...materialList, list: { min: 1, max: 60 } }) materials: MaterialInput[];
}

export class DeferralRequestInput {
  @LongText(1_000, { says: 'Why more time is needed 申请延长的理由', example: '名单须由用工单位盖章，尚未取得。' })
  reason: string;
}

export class DeferralExtensionInput {
  @Whole(1, 365, { says: 'Working days to add, no more than were given first 延长的工作日数', example: 3 }) days: number;
  @LongText(1_000, { says: 'Why it is given 同意延长的理由', example: '申请人的理由属实。' }) reason: string;
}
