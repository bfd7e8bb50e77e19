import { Code, LongText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import { checkBasicCode } from '../codes.rules';
import type { ExchangeMaterial } from '../exchange-words.rules';
import { BASIC_CODE } from '../item/item.inputs';

export class ExchangeMaterialInput implements ExchangeMaterial {
  @Name(200, { says: '材料名称' }) material_name: string;
  @Code(/^[0-9A-Za-z-]{1,40}$/, 40, { optional: true, says: '材料编码' }) material_code?: string;
  @Name(20, { says: '必要性' }) is_need: string;
  @Name(20, { says: '来源渠道' }) source_type: string;
  @Name(20, { optional: true, says: '材料分类' }) material_type?: string;
  @Name(20, { optional: true, says: '材料介质' }) material_format?: string;
  @Name(20, { optional: true, says: '原件/复印件' }) original_or_copy?: string;
  @Whole(0, 99, { optional: true, says: '份数' }) page_num?: number;
  @Name(50, { optional: true, says: '免提交方式' }) free_submission?: string;
  @Name(50, { optional: true, says: '电子证照类型代码' }) standard_material_code?: string;
  @Name(200, { optional: true, says: '电子证照名称' }) standard_material_name?: string;
  @LongText(2000, { optional: true, says: '受理标准' }) accept_stand?: string;
  @LongText(500, { optional: true, says: '填报须知/适用情形' }) fill_explain?: string;
  @LongText(1000, { optional: true, says: '要求提供依据' }) by_law?: string;
  @LongText(500, { optional: true, says: '暂无电子证照的原因' }) no_certificate_reason?: string;
}

/** A row of the national directory (up_task_directory) with the unified elements of up_task_general_basic. */
export class ItemRowInput {
  @OneOf(['I', 'U', 'D'], { optional: true, says: '操作：新增、修改、删除' }) cd_operation?: 'I' | 'U' | 'D';
  @Code(BASIC_CODE, 12, {
    says: '基本编码',
    check: (code) => checkBasicCode(code).ok,
    detail: 'a basic code: division, type of the dictionary, department, main item, sub-item (GB/T 39554.1)',
  })
  catalog_code: string;
  @Name(200, { says: '事项名称' }) task_name: string;
  @Name(20, { says: '事项类型' }) task_type: string;
  @LongText(4000, { says: '设定依据' }) by_law: string;
  @Name(40, { says: '行使层级' }) use_level: string;
  @Name(60, { says: '服务对象' }) server_type: string;
  @LongText(4000, { says: '受理条件' }) accept_condition: string;
  @Whole(0, 730, { says: '法定办结时限' }) anticipate_day: number;
  @Name(10, { says: '法定办结时限单位' }) anticipate_type: string;
  @LongText(500, { optional: true, says: '法定办结时限说明（依据）' }) anticipate_explain?: string;
  @Name(200, { says: '办理结果名称' }) result_name: string;
  @Name(10, { optional: true, says: '结果类型' }) result_type?: string;
  @Code(/^[0-9A-Z]{21}$/, 21, { optional: true, says: '结果证照类型代码' }) result_cert_code?: string;
  @Name(4, { says: '是否收费' }) is_fee: string;
  @LongText(500, { optional: true, says: '收费依据' }) fee_basis?: string;
  @LongText(500, { optional: true, says: '收费标准' }) fee_stand?: string;
  @LongText(4000, { optional: true, says: '办理流程' }) handle_flow?: string;
  @Name(60, { optional: true, says: '办理形式' }) handle_type?: string;
  @Name(20, { optional: true, says: '通办范围' }) handle_area?: string;
  @LongText(4000, { optional: true, says: '审查标准' }) review_standard?: string;
  @Part(() => ExchangeMaterialInput, { list: { max: 60 }, says: '申请材料' }) materials: ExchangeMaterialInput[];
}

export class ImportItemsQuery {
  @Name(50, { says: 'Batch of the source; its rows are taken once 批次号' }) batch: string;
}
