import { Code, DayText, InstantText, LongText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { ItemElementsInput } from '../elements.inputs';
import type { ItemElements, PublishedItem } from '../elements.rules';
import { SecrecyReviewView } from '../secrecy.inputs';
import type { Item } from './item.entity';
import { BASIC_CODE } from './item.inputs';
import type { ItemAct } from './item.lifecycle';
import { ReviewRequestView } from '../review/joint-review.inputs';

const STATES = ['draft', 'submitted', 'reviewed', 'countersigned', 'published', 'withdrawn'] as const;

export class ItemElementsView extends ItemElementsInput {
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Code(/^\d{2}$/, 2, { says: 'Type 事项类型' }) itemType: string;
}

export class PublishedItemView {
  @Uuid() itemId: string;
  @Uuid() versionId: string;
  @Whole(1, 100_000, { says: 'Number of the version 版本号' }) versionNumber: number;
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Name(200, { says: 'Name 事项名称' }) name: string;
  @Code(/^\d{2}$/, 2, { says: 'Type 事项类型' }) itemType: string;
  @DayText({ says: 'First day of the version 生效日期' }) effectiveFrom: string;
  @Part(() => ItemElementsView, { says: 'Unified elements 要素' }) elements: ItemElements;
}

class ItemWithdrawalView {
  @LongText(500, { says: 'Why 原因' }) reason: string;
  @InstantText({ says: 'When 时间' }) at: string;
}

export class ItemView {
  @Uuid() id: string;
  @Whole(1, 2_147_483_647, { says: 'Version of the record, also the ETag 记录版本' }) version: number;
  @OneOf(STATES, { says: 'State of the work on it 状态' }) state: string;
  @Code(BASIC_CODE, 12, { says: 'Basic code 基本编码' }) basicCode: string;
  @Code(/^\d{2}$/, 2, { says: 'Type 事项类型' }) itemType: string;
  @Part(() => PublishedItemView, { optional: true, says: 'Version in force 现行版本' }) inForce?: PublishedItem;
  @Part(() => ItemWithdrawalView, { optional: true, says: 'Why it is offered no more 取消情况' }) withdrawal?: ItemWithdrawalView;
  @Part(() => ItemElementsView, { optional: true, says: 'Working draft, for those who work on it 草案' }) draft?: ItemElements;
  @Part(() => ReviewRequestView, { optional: true, list: { max: 20 }, says: 'The present round of joint review 联合审核' })
  reviews?: ReviewRequestView[];
  @Part(() => SecrecyReviewView, { optional: true, says: 'Secrecy review of the draft 保密审查' }) secrecy?: SecrecyReviewView;
  @Name(50, { list: { max: 20 }, says: 'What you may do with it now 可进行的操作' }) acts: string[];

  static of(item: Item, inForce: PublishedItem | undefined, readsDraft: boolean, acts: ItemAct[]): ItemView {
    const { id, version, state, basicCode, itemType, elements, present, secrecy, withdrawal } = item;
    const reviews = present.map((request) => ReviewRequestView.of(request));
    return {
      ...{ id, version, state, basicCode, itemType },
      ...(inForce && { inForce }),
      ...(withdrawal && { withdrawal }),
      ...(readsDraft && { draft: elements, reviews, ...(secrecy && { secrecy }) }),
      acts,
    };
  }
}
