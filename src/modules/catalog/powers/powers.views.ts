import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, Name, OneOf, Part, Uuid } from '../../../kernel/validation/fields';
import { BASIC_CODE, MODES } from '../../directory/directory.facade';

class OrganView {
  @Uuid() id: string;
  @Name(200, { says: 'Name 名称' }) name: string;
}

/** An item that people get at a township or village, and how. */
export class PlaceItemView {
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Name(500, { says: 'Name 事项名称' }) name: string;
  @OneOf(MODES, { says: 'Mode 下放方式' }) mode: string;
  @Part(() => OrganView, { says: 'Whose item it is 下放单位' }) grantor: OrganView;
  @Part(() => OrganView, { says: 'Who received it 承接单位' }) receiver: OrganView;
  @Part(() => OrganView, { says: 'Who decides 决定单位' }) decides: OrganView;
  @Part(() => OrganView, { says: 'Who is liable 责任单位' }) liable: OrganView;
  @Uuid({ says: 'Arrangement 下放安排' }) arrangementId: string;
  @Name(100, { says: 'Number of the document 文号' }) documentNumber: string;
  @DayText({ says: 'First day 起始日' }) fromOn: string;
  @DayText({ optional: true, says: 'Last day 截止日' }) toOn?: string;
}

export const PlaceItemPage = pageOf(PlaceItemView);
