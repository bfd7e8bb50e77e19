import { pageOf } from '../../../kernel/http/page';
import { Code, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Organization } from './organization.entity';
import { type OrganizationAct, organizationStates } from './organization.lifecycle';

export class OrganizationView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version, also the ETag 版本' }) version: number;
  @OneOf(organizationStates, { says: 'State 状态' }) state: string;
  @Code(/^[0-9A-Z]{18}$/, 18, { says: 'Unified social credit code 统一社会信用代码' }) uscc: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Name(50, { optional: true, says: 'Short name 简称' }) shortName?: string;
  @Code(/^\d{12}$/, 12, { says: 'Division 所属区划' }) divisionCode: string;
  @Uuid({ optional: true, says: 'Organ above it in its line of work 条线上级' }) superiorId?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(organization: Organization, acts: OrganizationAct[]): OrganizationView {
    const { id, version, state, uscc, name, shortName, divisionCode, superiorId } = organization;
    return {
      id,
      version,
      state,
      uscc,
      name,
      ...(shortName && { shortName }),
      divisionCode,
      ...(superiorId && { superiorId }),
      acts,
    };
  }
}

export const OrganizationPage = pageOf(OrganizationView);
