import { pageOf } from '../../../kernel/http/page';
import { Code, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { DIVISION } from '../division/division.inputs';
import type { Provider } from './provider.entity';
import { PROVIDER_KINDS } from './provider-kind.rules';
import { type ProviderAct, providerStates } from './provider.lifecycle';

class ComplaintRouteView {
  @Name(30, { says: 'Telephone for complaints 投诉电话' }) phone: string;
  @Uuid({ says: 'Organ responsible for complaints 投诉责任单位' }) organizationId: string;
}

export class ProviderView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version, also the ETag 版本' }) version: number;
  @OneOf(providerStates, { says: 'State 状态' }) state: string;
  @OneOf(PROVIDER_KINDS, { says: 'Kind of service 类别' }) kind: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Code(DIVISION, 12, { says: 'Division it serves 所在区划' }) divisionCode: string;
  @Uuid({ says: 'Host organ that supervises it 主管部门' }) supervisorId: string;
  @Name(300, { optional: true, says: 'Address 地址' }) address?: string;
  @Name(30, { optional: true, says: 'Telephone 咨询电话' }) phone?: string;
  @Part(() => ComplaintRouteView, { says: 'Complaint route 投诉渠道' }) complaint: ComplaintRouteView;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(provider: Provider, acts: ProviderAct[]): ProviderView {
    const { id, version, state, kind, name, divisionCode, supervisorId, address, phone } = provider;
    const complaint = { phone: provider.complaintPhone, organizationId: provider.complaintOrganizationId };
    return {
      ...{ id, version, state, kind, name, divisionCode, supervisorId, complaint, acts },
      ...(address && { address }),
      ...(phone && { phone }),
    };
  }
}

export const ProviderPage = pageOf(ProviderView);
