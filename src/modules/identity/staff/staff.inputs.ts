import { PageQuery } from '../../../kernel/http/page';
import { Code, LongText, Name, OneOf, Part, Uuid } from '../../../kernel/validation/fields';
import { ROLES } from '../identity.permissions';

export class GrantInput {
  @OneOf(ROLES, { says: 'Role 角色', example: 'clerk' }) role: string;
  @Uuid({ optional: true, says: 'For this organization 限于机构' }) unit?: string;
  @Code(/^\d{12}$/, 12, { optional: true, says: 'For this division and below 限于区划' }) area?: string;
}

export class ChangeStaffInput {
  @Name(50, { says: 'Name 姓名', example: '王芳' }) name: string;
  @Uuid({ optional: true, says: 'Organization of work; left out for the platform’s own staff 所在机构' }) organizationId?: string;
  @Part(() => GrantInput, { list: { max: 20, min: 1 }, says: 'Roles 角色' }) grants: GrantInput[];
}

export class RegisterStaffInput extends ChangeStaffInput {
  @Code(/^[a-z][a-z0-9.-]{2,39}$/, 40, { optional: true, says: 'Sign-in name at the built-in issuer 登录名' })
  signInName?: string;
  @Name(64, {
    optional: true,
    says: 'First password, at least 12 characters, 5 different ones among them; with a sign-in name only 初始密码',
  })
  password?: string;
}

export class DeactivateInput {
  @LongText(500, { says: 'Why 原因' }) reason: string;
}

export class StaffQuery extends PageQuery {
  @Uuid({ optional: true, says: 'Staff of this organization 所在机构' }) organization?: string;
}
