import { PageQuery } from '../../../kernel/http/page';
import { Code, LongText, OneOf, Uuid } from '../../../kernel/validation/fields';
import { BundleContent } from '../content/content.inputs';
import { bundleStates } from './bundle.lifecycle';

export const BUNDLE_CODE = /^[0-9A-Z]{6,32}$/;

export class DraftBundleInput extends BundleContent {
  @Code(BUNDLE_CODE, 32, { says: 'Code of the bundle 主题编码', example: '650102PCN0009' }) code: string;
  @Uuid({ says: 'Organization that leads it 牵头部门' }) leadOrganizationId: string;
}

export class WithdrawBundleInput {
  @LongText(500, { says: 'Why 原因' }) reason: string;
}

export class BundleQuery extends PageQuery {
  @Uuid({ optional: true, says: 'Led by this organization 牵头部门' }) organization?: string;
  @OneOf(bundleStates, { optional: true, says: 'In this state 状态' }) state?: string;
}
