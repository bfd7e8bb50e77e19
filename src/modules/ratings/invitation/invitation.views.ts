import { Code, InstantText, Name, OneOf } from '../../../kernel/validation/fields';
import { INVITATION_CODE } from './invitation-code.rules';

export class InvitationCodeInput {
  @Code(INVITATION_CODE, 22, { says: 'Code of your invitation 邀请码' }) invitation: string;
}

export class InvitationView {
  @Name(200, { says: 'Item 事项名称' }) itemName: string;
  @Name(200, { says: 'Organization 办理机构' }) organizationName: string;
  @OneOf(['open', 'used', 'spent'], { says: 'Unused, used for a rating, or for its supplement too 状态' }) state: string;
  @InstantText({ says: 'Valid until 有效期至' }) expiresAt: string;
}
