import { PageQuery } from '../../../kernel/http/page';
import { Code, DayText, Flag, LongText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import { BASIC_CODE } from '../item/item.inputs';
import { OUTSIDE_KINDS, type OutsideKind } from './outside-list.entity';
import { CHOICES, type Choice, type Resolving } from './outside-resolution.entity';

export const KIND = new RegExp(`^(${OUTSIDE_KINDS.join('|')})$`);

export class OutsideRowInput {
  @OneOf(['I', 'U', 'D'], { optional: true, says: 'Put in, put otherwise, or taken out; I unless told 操作' }) operation?:
    'I' | 'U' | 'D';
  @Code(/^[0-9A-Za-z-]{1,40}$/, 40, { optional: true, says: 'Code there, where the list has codes 编码' }) code?: string;
  @Name(300, { says: 'Name there 名称' }) name: string;
  @Code(/^\d{2}$/, 2, { optional: true, says: 'Type there 事项类型' }) itemType?: string;
  @Name(500, { optional: true, list: { max: 30 }, says: 'Provisions there 依据' }) basis?: string[];
}

export class ImportOutsideListInput {
  @OneOf(OUTSIDE_KINDS, { says: 'Which list 清单种类' }) kind: OutsideKind;
  @Name(100, { says: 'Number of the document 文号' }) documentNumber: string;
  @Name(200, { says: 'Title of the document 文件名称' }) title: string;
  @DayText({ says: 'Day of the document 发文日期' }) issuedOn: string;
  @Flag({ optional: true, says: 'The rows are the list as a whole: others are taken out 是否为全量' }) complete?: boolean;
  @Part(() => OutsideRowInput, { list: { min: 1, max: 1000 }, says: 'Rows 数据行' }) rows: OutsideRowInput[];
}

export class OutsideRowQuery extends PageQuery {
  @Whole(1, 100_000, { optional: true, says: 'Number of the edition, the last one unless told 版次' }) edition?: number;
}

export class DifferenceQuery extends PageQuery {
  @Flag({ optional: true, says: 'Unresolved ones, or resolved ones 是否未处理' }) open?: boolean;
  @Code(BASIC_CODE, 12, { optional: true, says: 'Of this item 基本编码' }) basicCode?: string;
}

export class ResolveDifferenceInput implements Resolving {
  @OneOf(CHOICES, { says: 'Ours follows, the outside list is to be corrected, or they differ on purpose 处理方式' })
  choice: Choice;
  @LongText(1000, { says: 'Why 理由' }) reason: string;
  @Name(200, { optional: true, says: 'Document that asks for the correction 更正文号' }) document?: string;
  @Name(500, { optional: true, says: 'Provision by which they differ 差异依据' }) basis?: string;
}
