import { checkGb32100 } from '../../../kernel/validation/check-digits';
import { Code, LongText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import { CASE_NUMBER } from '../case/case-number.rules';
import { instantOf, TIME } from './record-time.rules';

export const tables = [
  'up_pro_accept',
  'up_pro_process',
  'up_pro_special_procedure',
  'up_pro_material',
  'up_pro_result',
] as const;
export type Table = (typeof tables)[number];

const Time = (says: string) =>
  Code(TIME, 32, {
    ...{ says, check: (text) => instantOf(text) !== undefined },
    detail: 'an existing instant: YYYY-MM-DD HH:MM:SS or YYYYMMDDHHMMSS in the time of the region, or RFC 3339',
  });
const optional = true;

/** The fields of the national exchange tables, under their own names. */
class TableRecord {
  @OneOf(tables, { says: 'Which table 表名' }) table: Table;
  @Code(/^[\w.:-]{1,64}$/, 64, { says: 'The sender’s own key of this record 主键' }) row_guid: string;
  @Whole(0, 2_147_483_647, { optional, says: 'Order among records of the same instant 序号' }) sequence?: number;
}

class OfCase extends TableRecord {
  @Code(CASE_NUMBER, 48, { says: 'Case number 办件编号' }) project_no: string;
}

export class AcceptRecord extends TableRecord {
  @Code(CASE_NUMBER, 48, { optional, says: 'A reserved case number; assigned unless told 办件编号' }) project_no?: string;
  @Code(/^[0-9A-Z]{12}$/, 12, { says: 'Basic code 基本编码' }) catalog_code: string;
  @Name(50, { optional }) local_catalog_code?: string;
  @Code(/^[0-9A-Z]{31}$/, 31, { says: 'Implementation code 实施编码' }) task_code: string;
  @Code(/^[0-9A-Z]{33}$/, 33, { optional, says: 'Handling variant 业务办理项编码' }) task_handle_item?: string;
  @Name(1_000, { says: 'Item 事项名称' }) task_name: string;
  @Whole(0, 2_147_483_647, { says: 'Version of the item 事项版本' }) task_version: number;
  @Name(500, { optional, says: 'Name of the case 办件名称' }) project_name?: string;
  @OneOf(['1', '2', '9'], { says: '1 on the spot, 2 promised, 9 other 办件类型' }) project_type: string;
  @Name(10, { says: 'How it was applied for 申请方式' }) apply_type: string;
  @Name(100, { says: 'Applicant 申请人' }) applyer_name: string;
  @OneOf(['1', '2', '3', '4', '5', '6', '9'], { says: 'Kind of applicant 申请人类型' }) applyer_type: string;
  @OneOf(['111', '001'], { says: '111 citizen identity number, 001 social credit code 证件类型' })
  applyer_page_type: '111' | '001';
  @Name(18, { says: 'Its number 证件号码' }) applyer_page_code: string;
  @Name(100, { optional, says: 'Contact 联系人' }) contact_name?: string;
  @Name(10, { optional }) contact_type?: string;
  @Name(50, { optional }) contact_code?: string;
  @Code(/^1\d{10}$/, 11, { optional, says: 'Mobile number 手机号' }) contact_mobile?: string;
  @Name(200, { optional, says: 'Address 地址' }) address?: string;
  @Name(10, { optional }) zip_code?: string;
  @Name(100, { optional, says: 'Legal representative 法定代表人' }) legal?: string;
  @Time('Applied 申请时间') apply_date: string;
  @Name(200, { says: 'Accepting organization 受理部门' }) org_name: string;
  @Code(/^[0-9A-Z]{18}$/, 18, { says: 'Its social credit code 受理部门编码', check: (code) => checkGb32100(code).ok })
  org_code: string;
  @Name(100, { optional, says: 'Handled by 受理人' }) handle_user_name?: string;
  @Time('Accepted 受理时间') accept_date: string;
  @Name(100, { optional, says: 'Document of acceptance 受理文书编号' }) accept_doc_no?: string;
  @Name(32, { optional, says: 'Promised day 承诺办结时间' }) promise_date?: string;
}

export class ProcessRecord extends OfCase {
  @OneOf(['1', '2', '6', '7', '8'], { says: 'What happened, as national state code 业务动作（办理状态代码）' })
  event_name: string;
  @Name(200, { says: 'Step 环节名称' }) process_name: string;
  @Name(100, { says: 'Handled by 办理人' }) handle_user_name: string;
  @LongText(2_000, { says: 'Opinion 办理意见' }) handle_explain: string;
  @Time('Begun 开始时间') event_start_time: string;
  @Time('Ended 结束时间') event_end_time: string;
}

class ExtensionDays {
  @Whole(1, 15, { says: 'Working days added 延长的工作日数' }) days: number;
}

export class SpecialProcedureRecord extends OfCase {
  @OneOf(['1', '2'], { says: '1 extension of the limit, 2 any other 特别程序种类' }) special_type: string;
  @Name(200, { says: 'Name, as the guide has it 特别程序名称' }) special_name: string;
  @Time('Begun 开始时间') special_time: string;
  @LongText(2_000, { says: 'Reason 理由' }) special_reason: string;
  @Time('Ended, or will end 结束时间') end_time: string;
  @Name(100, { optional }) applyer_user_name?: string;
  @LongText(2_000, { optional, says: 'Result 结果' }) result?: string;
  @LongText(2_000, { optional }) special_explain?: string;
  @Name(100, { optional }) handle_user?: string;
  @Part(() => ExtensionDays, { optional, says: 'What the table does not carry: by how much an extension extends 扩展' })
  extend?: ExtensionDays;
}

export class MaterialRecord extends OfCase {
  @Name(200, { says: 'Material 材料名称' }) material_name: string;
  @OneOf(['1', '2', '3', '4', '5'], { says: 'How it was taken 收取方式' }) get_type: string;
  @Whole(0, 10_000, { optional, says: 'How many 收取数量' }) get_num?: number;
  @Name(200, { optional, says: 'Name of the attachment 附件名称' }) material_attach_name?: string;
}

export class ResultRecord extends OfCase {
  @OneOf(['11', '12', '13'], { says: 'How it ended, as national state code 办理结果（办理状态代码）' }) result_type: string;
  @Time('Ended 办结时间') result_date: string;
  @Name(200, { optional, says: 'Certificate 证照名称' }) result_cetr_name?: string;
  @Name(100, { optional, says: 'Its number 证照编号' }) result_cetr_no?: string;
  @LongText(2_000, { optional, says: 'Explanation; reasons of a denial 结果说明' }) result_explain?: string;
  @OneOf(['0', '1'], { says: 'Result sent by courier 是否快递结果' }) is_delivery_results: string;
  @Name(10, { optional }) satisfaction?: string;
}

export type AnyRecord = AcceptRecord | ProcessRecord | SpecialProcedureRecord | MaterialRecord | ResultRecord;
export const inputOf: Record<Table, new () => AnyRecord> = {
  up_pro_accept: AcceptRecord,
  up_pro_process: ProcessRecord,
  up_pro_special_procedure: SpecialProcedureRecord,
  up_pro_material: MaterialRecord,
  up_pro_result: ResultRecord,
};
