import { Code, Flag, JsonObject, LongText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import { ExchangeMaterialInput } from '../../catalog/catalog.facade';
import { GuideContent } from '../content/content.inputs';

export class ExchangeFeeInput {
  @Name(200, { says: '收费项目名称' }) fee_name: string;
  @LongText(500, { says: '收费标准' }) fee_stand: string;
  @LongText(500, { optional: true, says: '收费依据' }) by_law?: string;
}

export class ExchangeSpecialInput {
  @Name(4, { says: '是否有特别程序' }) is_special: string;
  @Name(100, { optional: true, says: '特别程序种类' }) special_type?: string;
  @Whole(1, 730, { optional: true, says: '特别程序时限' }) special_time_limit?: number;
  @Name(500, { optional: true, says: '特别程序依据' }) by_law?: string;
  @Flag({ optional: true, says: '是否不计入时限' }) stops_clock?: boolean;
}

export class ExchangeQuestionInput {
  @LongText(1000, { says: '问题' }) question: string;
  @LongText(4000, { says: '解答' }) answer: string;
}

export const OPERATIONS = ['I', 'U', 'D'] as const;

/** What tells which list a row is about; all that the row of a withdrawal needs. */
export class ListRowKey {
  @OneOf(OPERATIONS, { optional: true, says: '操作：新增、修改、删除' }) cd_operation?: (typeof OPERATIONS)[number];
  @Code(/^.{31}$/, 31, { says: '实施编码' }) task_code: string;
  @Code(/^.{33}$/, 33, { optional: true, says: '业务办理项编码' }) task_handle_item?: string;
  @Code(/^.{12}$/, 12, { optional: true, says: '基本编码' }) catalog_code?: string;
  @Code(/^.{18}$/, 18, { optional: true, says: '实施主体编码' }) dept_code?: string;
}

/** A row of up_task_general_basic with its children. */
export class ListRowInput extends ListRowKey {
  @Name(200, { says: '事项名称' }) task_name: string;
  @Name(20, { says: '事项类型' }) task_type: string;
  @LongText(4000, { optional: true, says: '设定依据' }) by_law?: string;
  @Name(500, { optional: true, says: '程序依据（非行政许可）' }) procedure_by_law?: string;
  @Name(200, { optional: true, says: '实施主体名称' }) dept_name?: string;
  @Name(40, { optional: true, says: '行使层级' }) use_level?: string;
  @Name(60, { optional: true, says: '服务对象' }) server_type?: string;
  @LongText(4000, { optional: true, says: '受理条件' }) accept_condition?: string;
  @Whole(0, 730, { optional: true, says: '法定办结时限' }) anticipate_day?: number;
  @Name(10, { optional: true, says: '法定办结时限单位' }) anticipate_type?: string;
  @LongText(500, { optional: true, says: '法定办结时限说明（依据）' }) anticipate_explain?: string;
  @Whole(0, 730, { says: '承诺办结时限' }) promise_day: number;
  @Name(10, { says: '承诺办结时限单位' }) promise_type: string;
  @LongText(500, { optional: true, says: '承诺办结时限说明' }) promise_explain?: string;
  @Name(10, { optional: true, says: '办件类型' }) project_type?: string;
  @Name(4, { says: '是否收费' }) is_fee: string;
  @LongText(500, { optional: true, says: '收费依据' }) fee_basis?: string;
  @Part(() => ExchangeFeeInput, { optional: true, list: { max: 20 }, says: '收费项目' }) fees?: ExchangeFeeInput[];
  @Name(4, { optional: true, says: '是否网上支付' }) is_pay_online?: string;
  @LongText(4000, { optional: true, says: '办理流程' }) handle_flow?: string;
  @Name(60, { optional: true, says: '办理形式' }) handle_type?: string;
  @Name(20, { optional: true, says: '通办范围' }) handle_area?: string;
  @Name(20, { optional: true, says: '网上办理深度' }) online_level?: string;
  @Whole(0, 99, { optional: true, says: '到办事现场次数' }) limit_scene_num?: number;
  @LongText(500, { optional: true, says: '必须现场办理原因' }) limit_scene_explain?: string;
  @Part(() => ExchangeSpecialInput, { optional: true, says: '特别程序' }) special_procedure?: ExchangeSpecialInput;
  @Name(200, { optional: true, says: '办理结果名称' }) result_name?: string;
  @Name(500, { optional: true, says: '结果样本' }) result_guid?: string;
  @LongText(500, { optional: true, says: '数量限制' }) quantity_limit?: string;
  @LongText(500, { optional: true, says: '中介服务' }) intermediary?: string;
  @JsonObject({ optional: true, list: { max: 20 }, says: '中介服务事项' }) intermediary_items?: Record<string, unknown>[];
  @Name(300, { optional: true, says: '办理地点' }) transact_addr?: string;
  @Name(200, { optional: true, says: '办理时间' }) transact_time?: string;
  @Name(50, { optional: true, says: '咨询方式' }) link_way?: string;
  @Name(50, { optional: true, says: '监督投诉方式' }) supervise_way?: string;
  @Part(() => ExchangeMaterialInput, { list: { max: 60 }, says: '申请材料' }) materials: ExchangeMaterialInput[];
  @Part(() => ExchangeQuestionInput, { optional: true, list: { max: 20 }, says: '常见问题' }) questions?: ExchangeQuestionInput[];
  @Part(() => GuideContent, {
    optional: true,
    says: 'What the exchange tables do not carry, or not exactly: it has the last word 扩展要素',
  })
  extend?: GuideContent;
}

export class ImportListsQuery {
  @Name(50, { says: 'Batch of the source; its rows are taken once 批次号' }) batch: string;
  @Name(200, { says: 'Document that approved the lists where they come from 批准文号' }) approvedUnder: string;
}
