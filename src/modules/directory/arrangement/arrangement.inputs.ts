import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, Flag, LongText, Name, OneOf, Uuid } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../delegation/delegation.inputs';
import { type Mode, MODES, type Side, SIDES } from './modes.rules';

/** 基本编码, or the nine digits of a main item, which stand for it and all its sub-items. */
export const ITEM_OR_MAIN_ITEM = /^\d{9}(\d{3}|0\dY|W\d{2})?$/;

export class ArrangeInput {
  @Uuid({ says: 'Organ whose items come down 下放单位' }) grantorId: string;
  @Uuid({ optional: true, says: 'Receiving organ of a township or village; or a place 承接单位' }) receiverId?: string;
  @Uuid({ optional: true, says: 'Receiving service place, run by the receiving organ 承接场所' }) placeId?: string;
  @OneOf(MODES, { says: 'Entrusted acceptance, authorized handling, assisted handling 下放方式' }) mode: Mode;
  @Code(ITEM_OR_MAIN_ITEM, 12, {
    list: { min: 1, max: 500 },
    says: 'Basic codes, or nine digits for a main item with all below it 事项基本编码或主项编码',
    example: ['002014105001'],
  })
  itemCodes: string[];
  @OneOf(SIDES, { says: 'Who decides 由谁作出决定', example: 'grantor' }) decides: Side;
  @OneOf(SIDES, { says: 'Who is liable 由谁承担责任', example: 'grantor' }) liable: Side;
  @Name(100, { says: 'Number of the document 文号', example: '伊县政发〔2026〕1号' }) documentNumber: string;
  @DayText({ says: 'First day 起始日' }) fromOn: string;
  @DayText({ optional: true, says: 'Last day; left out until it is revoked 截止日' }) toOn?: string;
}

export class RevokeArrangementInput {
  @LongText(500, { says: 'Why 原因', example: '承接能力不足' }) reason: string;
}

export class ArrangementQuery extends PageQuery {
  @Uuid({ optional: true, says: 'Of this grantor 下放单位' }) grantorId?: string;
  @Uuid({ optional: true, says: 'Received by this organ 承接单位' }) receiverId?: string;
  @Code(BASIC_CODE, 12, { optional: true, says: 'That cover this item 事项基本编码' }) basicCode?: string;
  @OneOf(MODES, { optional: true, says: 'Mode 下放方式' }) mode?: Mode;
  @Flag({ optional: true, says: 'Only those in force today, or only the others 当日有效' }) live?: boolean;
}
