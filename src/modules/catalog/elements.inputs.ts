import { Code, Flag, LongText, Name, OneOf, Part, Whole } from '../../kernel/validation/fields';
import {
  AUDIENCES,
  type Audience,
  CHANNELS,
  type Channel,
  type ItemElements,
  LEVELS,
  type Level,
  type Material,
  type MaterialForm,
  NECESSITIES,
  type Necessity,
  RESULT_TYPES,
  type Replacement,
  type ResultType,
  SCOPES,
  SOURCES,
  type Scope,
  type Source,
} from './elements.rules';
import { LEGAL_BASIS_KINDS, type LegalBasisKind } from './legal-basis.rules';

const CERTIFICATE_TYPE = /^[0-9A-Z]{21}$/;

export class DayLimitInput {
  @Whole(0, 730, { says: 'Days; 0 means on the spot 天数', example: 20 }) days: number;
  @OneOf(['working-day', 'calendar-day'], { says: 'Unit 工作日/自然日' }) unit: 'working-day' | 'calendar-day';
}

export class StatutoryLimitInput extends DayLimitInput {
  @Name(500, { optional: true, says: 'Provision that sets it 时限依据' }) basis?: string;
  @OneOf(LEGAL_BASIS_KINDS, { optional: true, says: 'Rank of the provision 依据层级' }) basisKind?: LegalBasisKind;
}

export class ReplacementInput implements Replacement {
  @Code(CERTIFICATE_TYPE, 21, { optional: true, says: 'Type code of an e-certificate 电子证照类型代码' })
  certificateType?: string;
  @Name(100, { optional: true, says: 'Data-sharing query 数据共享查询' }) dataQuery?: string;
  @Flag({ optional: true, says: 'A notification-and-commitment statement will do 可告知承诺' }) commitment?: boolean;
}

export class MaterialFormInput implements MaterialForm {
  @OneOf(['paper', 'electronic', 'either'], { says: 'Medium 材料介质' }) medium: MaterialForm['medium'];
  @OneOf(['original', 'copy', 'original-and-copy', 'original-or-copy'], { says: 'Original or copy 原件/复印件' })
  document: MaterialForm['document'];
  @Whole(0, 99, { says: 'Originals 原件份数' }) originals: number;
  @Whole(0, 99, { says: 'Copies 复印件份数' }) copies: number;
}

export class ItemMaterialInput implements Material {
  @Code(/^[0-9A-Za-z-]{1,40}$/, 40, { says: 'Code within the item 材料编码', example: 'M01' }) code: string;
  @Name(200, { says: 'Name 材料名称', example: '申请表' }) name: string;
  @OneOf(NECESSITIES, { says: 'Necessity 必要性' }) necessity: Necessity;
  @LongText(500, { optional: true, says: 'When a conditional material is needed 适用情形' }) condition?: string;
  @OneOf(SOURCES, { says: 'Where it comes from 来源渠道' }) source: Source;
  @Part(() => ReplacementInput, { says: 'What may replace it 免提交方式' }) replaceableBy: ReplacementInput;
  @Part(() => MaterialFormInput, { optional: true, says: 'Medium and copies 材料形式' }) form?: MaterialFormInput;
  @LongText(1000, { optional: true, says: 'Legal basis 要求提供依据' }) legalBasis?: string;
  @LongText(500, { optional: true, says: 'Why it has no e-certificate yet 暂无电子证照的原因' }) noCertificateReason?: string;
}

export class FeeElementsInput {
  @Flag({ says: 'Whether a fee may be charged 是否收费' }) charged: boolean;
  @LongText(500, { optional: true, says: 'Standard 收费标准' }) standard?: string;
  @Name(500, { optional: true, says: 'Provision it rests on 收费依据' }) basis?: string;
  @OneOf(LEGAL_BASIS_KINDS, { optional: true, says: 'Rank of the provision 依据层级' }) basisKind?: LegalBasisKind;
}

/** The unified elements as an editor writes them; code and type come from the basic code. */
export class ItemElementsInput implements Omit<ItemElements, 'basicCode' | 'itemType'> {
  @Name(200, { says: 'Name 事项名称', example: '公共场所卫生许可' }) name: string;
  @Name(500, { list: { min: 1, max: 30 }, says: 'Provisions it rests on 设定依据' }) legalBasis: string[];
  @OneOf(LEVELS, { list: { min: 1, max: 7 }, says: 'Levels that exercise it 行使层级' }) exerciseLevels: Level[];
  @OneOf(AUDIENCES, { list: { min: 1, max: 7 }, says: 'Whom it serves 服务对象' }) audiences: Audience[];
  @LongText(4000, { says: 'Conditions of acceptance 受理条件' }) acceptanceConditions: string;
  @Part(() => StatutoryLimitInput, { says: 'Statutory limit 法定办结时限' }) statutoryLimit: StatutoryLimitInput;
  @Name(200, { says: 'Result 办理结果名称' }) resultName: string;
  @OneOf(RESULT_TYPES, { says: 'Kind of result 结果类型' }) resultType: ResultType;
  @Code(CERTIFICATE_TYPE, 21, { optional: true, says: 'Type code of the licence it produces 结果证照类型代码' })
  resultCertificateType?: string;
  @LongText(500, { optional: true, says: 'Sample of the result 结果样本' }) resultSample?: string;
  @Part(() => FeeElementsInput, { says: 'Fees 收费' }) fees: FeeElementsInput;
  @Part(() => ItemMaterialInput, { list: { max: 60 }, says: 'Materials 申请材料' }) materials: ItemMaterialInput[];
  @LongText(4000, { optional: true, says: 'Course of handling 办理流程' }) flow?: string;
  @OneOf(CHANNELS, { optional: true, list: { min: 1, max: 4 }, says: 'Channels 办理形式' }) channels?: Channel[];
  @LongText(4000, { says: 'Review standard 审查标准' }) reviewStandard: string;
  @OneOf(SCOPES, { optional: true, says: 'Where it can be handled 通办范围' }) scope?: Scope;
}
