import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, LongText, Name, OneOf, Uuid } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../../catalog/catalog.facade';
import { orderStates } from './order.lifecycle';

const SHA256 = /^[0-9a-f]{64}$/;

export class OrderInput {
  @Name(200, { says: 'Statute that has changed 法律法规名称', example: '《示例条例》' }) statute: string;
  @Name(100, { says: 'Article 条款', example: '第八条' }) article: string;
  @LongText(2_000, {
    says: 'What the law says of cases that have begun, in its words 过渡条款原文',
    example: '本条例施行前已经受理、尚未作出决定的，适用本条例。',
  })
  transitionClause: string;
  @DayText({ says: 'From this day on; at its issue when the day is past 生效日' }) effectiveOn: string;
  @Code(BASIC_CODE, 12, { says: 'Item 事项基本编码' }) basicCode: string;
  @Code(/^\d{12}$/, 12, { says: 'Region 适用地区区划', example: '654021000000' }) divisionCode: string;
  @Uuid({
    list: { min: 1, max: 200 },
    says: 'Versions to which the open cases of earlier ones go, one for each list 适用版本（每份实施清单一个）',
  })
  versionIds: string[];
}

export class IssueOrderInput {
  @Code(SHA256, 64, {
    optional: true,
    says: 'Digest of the impact you have read; without it nothing is issued 影响摘要',
  })
  impact?: string;
}

export class WithdrawOrderInput {
  @LongText(500, { says: 'Why 原因', example: '施行日期推迟' }) reason: string;
}

export class OrderQuery extends PageQuery {
  @Code(BASIC_CODE, 12, { optional: true, says: 'Of this item 事项基本编码' }) basicCode?: string;
  @OneOf(orderStates, { optional: true, says: 'State 状态' }) state?: (typeof orderStates)[number];
}

export class AffectedQuery extends PageQuery {}
