import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, InstantText, LongText, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import type { Arrangement } from './arrangement.entity';
import { ITEM_OR_MAIN_ITEM } from './arrangement.inputs';
import { type ArrangementAct, arrangementStates } from './arrangement.lifecycle';
import { MODES, SIDES } from './modes.rules';

export class ArrangementView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version 版本' }) version: number;
  @OneOf(arrangementStates, { says: 'State 状态' }) state: string;
  @Uuid({ says: 'Organ whose items come down 下放单位' }) grantorId: string;
  @Uuid({ says: 'Receiving organ 承接单位' }) receiverId: string;
  @Uuid({ optional: true, says: 'At this place only 承接场所' }) placeId?: string;
  @OneOf(MODES, { says: 'Mode 下放方式' }) mode: string;
  @Code(ITEM_OR_MAIN_ITEM, 12, { list: { max: 500 }, says: 'Items and main items 事项基本编码或主项编码' }) itemCodes: string[];
  @OneOf(SIDES, { says: 'Who decides 由谁作出决定' }) decides: string;
  @OneOf(SIDES, { says: 'Who is liable 由谁承担责任' }) liable: string;
  @Name(100, { says: 'Number of the document 文号' }) documentNumber: string;
  @DayText({ says: 'First day 起始日' }) fromOn: string;
  @DayText({ optional: true, says: 'Last day; absent until it is revoked 截止日' }) toOn?: string;
  @InstantText({ optional: true, says: 'Revoked 收回时间' }) revokedAt?: string;
  @LongText(500, { optional: true, says: 'Why it was revoked 收回原因' }) revocationReason?: string;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(arrangement: Arrangement, acts: ArrangementAct[]): ArrangementView {
    const { id, version, state, grantorId, receiverId, placeId, mode, itemCodes, decides, liable } = arrangement;
    const { documentNumber, fromOn, toOn, revokedAt, revocationReason } = arrangement;
    return {
      ...{ id, version, state, grantorId, receiverId, mode, itemCodes, decides, liable, documentNumber, fromOn, acts },
      ...(placeId && { placeId }),
      ...(toOn && { toOn }),
      ...(revokedAt && { revokedAt }),
      ...(revocationReason && { revocationReason }),
    };
  }
}

export const ArrangementPage = pageOf(ArrangementView);
