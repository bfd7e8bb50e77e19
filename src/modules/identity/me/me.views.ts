import { pageOf } from '../../../kernel/http/page';
import { InstantText, Name, OneOf, Part, Uuid } from '../../../kernel/validation/fields';
import { GrantInput } from '../staff/staff.inputs';

export class MeView {
  @OneOf(['person', 'staff', 'partner'], { says: 'Kind of actor 身份类型' }) kind: string;
  @Uuid() id: string;
  @Uuid({ list: { max: 1000 }, says: 'Parties you may act for 可代表的主体' }) parties: string[];
  @Part(() => GrantInput, { list: { max: 100 }, says: 'Roles 角色' }) grants: object[];
}

export class AccessView {
  @Uuid() id: string;
  @InstantText({ says: 'When 时间' }) at: string;
  @Name(20, { says: 'Kind of reader 查阅者类型' }) readerKind: string;
  @Uuid({ optional: true, says: 'Organization of the reader 查阅机构' }) readerUnit: string | null;
  @Name(128, { says: 'Purpose as declared 目的' }) purpose: string;
  @Name(50, { says: 'What was done 操作' }) operation: string;
  @Name(50, { says: 'Kind of record 记录类型' }) recordKind: string;
  @Uuid({ says: 'Record 记录' }) recordId: string;
}

export const AccessLogPage = pageOf(AccessView);
