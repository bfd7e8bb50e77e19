import { pageOf } from '../../../kernel/http/page';
import { Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Staff } from './staff.entity';
import { GrantInput } from './staff.inputs';
import type { StaffAct } from './staff.lifecycle';

export class StaffView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version, also the ETag 版本' }) version: number;
  @OneOf(['active', 'deactivated'], { says: 'State 状态' }) state: string;
  @Name(50, { says: 'Name 姓名' }) name: string;
  @Uuid({ optional: true, says: 'Organization of work 所在机构' }) organizationId?: string;
  @Part(() => GrantInput, { list: { max: 20 }, says: 'Roles 角色' }) grants: GrantInput[];
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of({ id, version, state, name, organizationId, grants }: Staff, acts: StaffAct[]): StaffView {
    return { id, version, state, name, ...(organizationId && { organizationId }), grants, acts };
  }
}

export const StaffPage = pageOf(StaffView);
