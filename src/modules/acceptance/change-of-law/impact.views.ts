import { pageOf } from '../../../kernel/http/page';
import { Code, DayText, Name, OneOf, Part, Uuid, Whole } from '../../../kernel/validation/fields';
import { CASE_NUMBER } from '../case/case-number.rules';
import { caseStates } from '../case/case.lifecycle';
import { type Change, CHANGES } from './asked-anew.rules';

/** Moves shown; the count tells of all. */
export const SHOWN = 100;

const Count = (says: string) => Whole(0, 2_147_483_647, { says });
const Codes = (says: string) => Name(100, { list: { max: 500 }, says });
const Changes = () => OneOf(CHANGES, { list: { max: CHANGES.length }, says: 'What is other 变化内容' });

class LimitThen {
  @Whole(0, 3_650, { says: 'Days 天数' }) days: number;
  @OneOf(['working-day', 'calendar-day'], { says: 'Unit 单位' }) unit: string;
}

class LimitsOfVersion {
  @Uuid({ says: 'Version 版本' }) versionId: string;
  @Whole(1, 2_147_483_647, { says: 'Its number 版本号' }) number: number;
  @Part(() => LimitThen, { says: 'Statutory limit 法定时限' }) statutoryLimit: LimitThen;
  @Part(() => LimitThen, { says: 'Promised limit 承诺时限' }) promisedLimit: LimitThen;
}

class MoveView {
  @Code(/^.{33}$/, 33, { says: 'Code of the handling variant 业务办理项编码' }) variantCode: string;
  @Uuid({ says: 'Organization 机构' }) organizationId: string;
  @Part(() => LimitsOfVersion, { says: 'The version they are under 现适用版本' }) from: LimitsOfVersion;
  @Part(() => LimitsOfVersion, { says: 'The version they go to 调整后版本' }) to: LimitsOfVersion;
  @Count('Open cases 在办件数') cases: number;
  @Changes() changes: Change[];
  @Codes('Materials required then and not before 新增必备材料') materialsAdded: string[];
  @Codes('Materials required before and not then 不再要求的材料') materialsDropped: string[];
}

class CasesByChange {
  @Count('Cases whose limits are other 时限变化') limits: number;
  @Count('Cases whose materials are other 材料变化') materials: number;
  @Count('Cases whose steps are other 环节变化') steps: number;
  @Count('Cases whose form is other 表单变化') form: number;
}

export class ImpactView {
  @Code(/^[0-9a-f]{64}$/, 64, { says: 'What the issue names 影响摘要' }) digest: string;
  @Count('Open cases that move 受影响在办件数') cases: number;
  @Part(() => CasesByChange, { says: 'By what changes for them 按变化内容' }) byChange: CasesByChange;
  @Count('Moves from a version to a version 版本调整数') moveCount: number;
  @Part(() => MoveView, { list: { max: SHOWN }, says: 'The first by code 前若干项' }) moves: MoveView[];
}

/** Whoever gives an order learns which cases move and what is asked of them; not whose they are. */
export class AffectedCaseLine {
  @Uuid() id: string;
  @Code(CASE_NUMBER, 48, { says: 'Case number 办件编号' }) caseNumber: string;
  @OneOf(caseStates, { says: 'State 状态' }) state: string;
  @Uuid({ says: 'Organization 受理机构' }) organizationId: string;
  @Uuid({ says: 'Version it is under 现适用版本' }) fromVersionId: string;
  @Uuid({ says: 'Version it goes to 调整后版本' }) toVersionId: string;
  @Changes() changes: Change[];
  @Codes('Materials that the order asks for 需补充的材料') asksMaterials: string[];
  @Codes('Fields of the form that the order asks for 需补充的表单项') asksFields: string[];
  @Codes('Materials that are asked for no more 不再要求的材料') asksNoMore: string[];
  @DayText({ optional: true, says: 'Day the nearest limit ends 最近到期日' }) dueOn?: string;
  @DayText({ optional: true, says: 'The same after the move, if it were today 调整后最近到期日' }) dueOnThen?: string;
}

export const AffectedCasePage = pageOf(AffectedCaseLine);
