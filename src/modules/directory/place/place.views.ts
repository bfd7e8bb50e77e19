import { pageOf } from '../../../kernel/http/page';
import { Code, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { DIVISION } from '../division/division.inputs';
import { HallInput, OpeningHoursInput } from './place.inputs';
import type { ServicePlace } from './place.entity';
import { PLACE_KINDS, WINDOW_KINDS } from './place-kind.rules';
import { type PlaceAct, placeStates } from './place.lifecycle';
import type { ServiceWindow } from './service-window.entity';

export class PlaceView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version, also the ETag 版本' }) version: number;
  @OneOf(placeStates, { says: 'State 状态' }) state: string;
  @OneOf(PLACE_KINDS, { says: 'Kind 类型' }) kind: string;
  @Name(200, { says: 'Name 名称' }) name: string;
  @Code(DIVISION, 12, { says: 'Division 所在区划' }) divisionCode: string;
  @Uuid({ says: 'Host 设立或承载单位' }) hostId: string;
  @Uuid({ optional: true, says: 'Responsible organ 责任单位' }) responsibleId?: string;
  @Name(300, { says: 'Address 地址' }) address: string;
  @Name(30, { optional: true, says: 'Telephone 咨询电话' }) phone?: string;
  @Part(() => OpeningHoursInput, { list: { max: 21 }, says: 'Opening hours 开放时间' }) hours: OpeningHoursInput[];
  @Part(() => HallInput, { optional: true, says: 'Of a hall outside the centre 中心外大厅' }) hall?: HallInput;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(place: ServicePlace, acts: PlaceAct[]): PlaceView {
    const { id, version, state, kind, name, divisionCode, hostId, responsibleId, address, phone, hours } = place;
    return {
      ...{ id, version, state, kind, name, divisionCode, hostId, address, hours, acts },
      ...(responsibleId && { responsibleId }),
      ...(phone && { phone }),
      ...(kind === 'outside-hall' && { hall: hallOf(place) }),
    };
  }
}

const hallOf = ({ decisionNumber, competentDepartmentId, administrationId, centreWindowId }: ServicePlace): HallInput => ({
  ...{ decisionNumber: decisionNumber!, competentDepartmentId: competentDepartmentId! },
  ...{ administrationId: administrationId!, centreWindowId: centreWindowId! },
});

export class WindowView {
  @Uuid() id: string;
  @OneOf(placeStates, { says: 'State 状态' }) state: string;
  @Name(12, { says: 'Label 窗口编号' }) label: string;
  @Name(100, { says: 'Name 窗口名称' }) name: string;
  @OneOf(WINDOW_KINDS, { says: 'Kind 窗口类型' }) kind: string;
  @Uuid({ optional: true, says: 'Organ 所属单位' }) organizationId?: string;

  static of({ id, state, label, name, kind, organizationId }: ServiceWindow): WindowView {
    return { id, state, label, name, kind, ...(organizationId && { organizationId }) };
  }
}

export const PlacePage = pageOf(PlaceView);
export const WindowPage = pageOf(WindowView);
