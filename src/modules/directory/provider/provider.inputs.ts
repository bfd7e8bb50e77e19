import { PageQuery } from '../../../kernel/http/page';
import { Code, LongText, Name, OneOf, Part, Uuid } from '../../../kernel/validation/fields';
import { DIVISION } from '../division/division.inputs';
import { PHONE } from '../place/place.inputs';
import { PROVIDER_KINDS, type ProviderKind } from './provider-kind.rules';
import { providerStates } from './provider.lifecycle';

export class ComplaintRouteInput {
  @Code(PHONE, 30, { optional: true, says: 'Telephone for complaints, required 投诉电话', example: '0991-0000001' })
  phone?: string;
  @Uuid({ optional: true, says: 'Organ responsible for complaints, required 投诉责任单位' }) organizationId?: string;
}

export class ChangeProviderInput {
  @Name(200, { says: 'Name 名称', example: '示例区供水公司' }) name: string;
  @Uuid({ says: 'Host organ that supervises it 主管部门' }) supervisorId: string;
  @Name(300, { optional: true, says: 'Address 地址', example: '示例路 1 号' }) address?: string;
  @Code(PHONE, 30, { optional: true, says: 'Telephone 咨询电话', example: '0991-0000000' }) phone?: string;
  @Part(() => ComplaintRouteInput, { optional: true, says: 'Complaint route of its own, required 投诉渠道' })
  complaint?: ComplaintRouteInput;
}

export class RegisterProviderInput extends ChangeProviderInput {
  @OneOf(PROVIDER_KINDS, { says: 'Kind of service 类别' }) kind: ProviderKind;
  @Code(DIVISION, 12, { says: 'Division it serves 所在区划', example: '650102000000' }) divisionCode: string;
}

export class CloseProviderInput {
  @LongText(500, { says: 'Why 原因', example: '停止经营' }) reason: string;
}

export class ProviderQuery extends PageQuery {
  @Code(DIVISION, 12, { optional: true, says: 'Of this division and below 所在区划（含下级）' }) division?: string;
  @OneOf(PROVIDER_KINDS, { optional: true, says: 'Kind of service 类别' }) kind?: ProviderKind;
  @OneOf(providerStates, { optional: true, says: 'State, active unless told 状态' }) state?: string;
}
