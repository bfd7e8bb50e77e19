import { pageOf } from '../../../kernel/http/page';
import { Code, Flag, InstantText, LongText, Name, OneOf, Uuid, Whole } from '../../../kernel/validation/fields';
import { Part } from '../../../kernel/validation/fields';
import { CASE_NUMBER } from '../case/case-number.rules';
import { tables } from './record.inputs';

class RecordLine {
  @Uuid() id: string;
  @OneOf(tables, { says: 'Which table 表名' }) table: string;
  @Name(64, { says: 'The sender’s key 主键' }) key: string;
  @InstantText({ says: 'Received 收到时间' }) receivedAt: string;
}

export class UnplacedRecordView extends RecordLine {
  @OneOf(['parked', 'refused'], { says: 'Waiting for the acceptance of its case, or refused when that came 状态' }) state: string;
  @Code(CASE_NUMBER, 48, { says: 'Number of the case it belongs to 办件编号' }) caseNumber: string;
  @Uuid({ says: 'Organization whose system sent it 机构' }) organizationId: string;
  @Flag({ says: 'Waits for longer than the platform’s days 超期未归位' }) overdue: boolean;
  @Name(100, { optional: true, says: 'Why it was refused 不接收原因' }) refusal?: string;
}

export const UnplacedRecordPage = pageOf(UnplacedRecordView);

/** Of people it names nobody. */
export class CaseRecordView extends RecordLine {
  @InstantText({ optional: true, says: 'When it happened; a material has no time 发生时间' }) at?: string;
  @InstantText({ optional: true, says: 'End of a special procedure 结束时间' }) until?: string;
  @Whole(0, 2_147_483_647, { optional: true, says: 'Order among records of the same instant 序号' }) sequence?: number;
  @Whole(1, 15, { optional: true, says: 'National state code 国家办理状态代码' }) nationalCode?: number;
  @Name(200, { optional: true, says: 'Step, procedure or material 环节、程序或材料名称' }) name?: string;
  @Flag({ says: 'Whether the clock stood for it 是否停止计时' }) stopsClock: boolean;
  @Whole(1, 15, { optional: true, says: 'Working days added 延长的工作日数' }) extensionDays?: number;
  @LongText(2_000, { optional: true, says: 'Opinion, reason or explanation, identifiers masked 意见或理由' }) text?: string;
}

export class CaseRecordListView {
  @Part(() => CaseRecordView, { list: { max: 1_000 } }) items: CaseRecordView[];
}
