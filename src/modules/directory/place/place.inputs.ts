import { PageQuery } from '../../../kernel/http/page';
import { Code, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { DIVISION } from '../division/division.inputs';
import { PLACE_KINDS, type PlaceKind, WINDOW_KINDS, type WindowKind } from './place-kind.rules';
import { placeStates } from './place.lifecycle';

export const PHONE = /^\+?[\d][\d -]{4,28}\d$/;

export class OpeningHoursInput {
  @Whole(1, 7, { list: { min: 1, max: 7 }, says: '1 Monday to 7 Sunday 星期', example: [1, 2, 3, 4, 5] }) weekdays: number[];
  @Code(/^([01]\d|2[0-3]):[0-5]\d$/, 5, { says: 'Opens 开始', example: '10:00' }) opens: string;
  @Code(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 5, { says: 'Closes 结束', example: '14:00' }) closes: string;
}

export class HallInput {
  @Name(100, {
    optional: true,
    says: 'Number of the decision of the government of its level 本级政府决定文号',
    example: '示例政发〔2026〕1号',
  })
  decisionNumber?: string;
  @Uuid({ optional: true, says: 'Competent department that supervises it 所属业务主管部门' }) competentDepartmentId?: string;
  @Uuid({ optional: true, says: 'Service administration of its division that supervises it 本级政务服务管理机构' })
  administrationId?: string;
  @Uuid({ optional: true, says: 'Acceptance window inside the centre 中心内受理窗口' }) centreWindowId?: string;
}

export class ChangePlaceInput {
  @Name(200, { says: 'Name 名称', example: '示例区政务服务中心' }) name: string;
  @Uuid({ says: 'Organization that runs it or hosts it 设立或承载单位' }) hostId: string;
  @Uuid({ optional: true, says: 'Responsible organ, required for outlets and self-service points 责任单位' })
  responsibleId?: string;
  @Name(300, { says: 'Address 地址', example: '示例路 1 号' }) address: string;
  @Code(PHONE, 30, { optional: true, says: 'Telephone of the place 咨询电话', example: '0991-0000000' }) phone?: string;
  @Part(() => OpeningHoursInput, { list: { min: 1, max: 21 }, says: 'Opening hours 开放时间' }) hours: OpeningHoursInput[];
  @Part(() => HallInput, { optional: true, says: 'Of a hall outside the centre, whole 中心外大厅' }) hall?: HallInput;
}

export class RegisterPlaceInput extends ChangePlaceInput {
  @OneOf(PLACE_KINDS, { says: 'Kind, as the level of the division has it 类型' }) kind: PlaceKind;
  @Code(DIVISION, 12, { says: 'Division 所在区划', example: '650102000000' }) divisionCode: string;
}

export class OpenWindowInput {
  @Code(/^[0-9A-Za-z-]{1,12}$/, 12, { says: 'Label 窗口编号', example: 'A01' }) label: string;
  @Name(100, { says: 'Name 窗口名称', example: '综合窗口' }) name: string;
  @OneOf(WINDOW_KINDS, { says: 'Kind 窗口类型' }) kind: WindowKind;
  @Uuid({ optional: true, says: 'Organ, where the window is that of one 所属单位' }) organizationId?: string;
}

export class ClosePlaceInput {
  @LongText(500, { says: 'Why 原因', example: '整合迁址' }) reason: string;
}

export class PlaceQuery extends PageQuery {
  @Code(DIVISION, 12, { optional: true, says: 'Places of this division and below 所在区划（含下级）' }) division?: string;
  @OneOf(PLACE_KINDS, { optional: true, says: 'Kind 类型' }) kind?: PlaceKind;
  @Uuid({ optional: true, says: 'Hosted by or under this organization 设立或责任单位' }) organizationId?: string;
  @OneOf(placeStates, { optional: true, says: 'State 状态' }) state?: string;
}

export class WindowQuery extends PageQuery {
  @OneOf(WINDOW_KINDS, { optional: true, says: 'Kind 窗口类型' }) kind?: WindowKind;
  @OneOf(placeStates, { optional: true, says: 'State, open unless told 状态' }) state?: string;
}
