import { Code, Flag, JsonObject, LongText, Name, OneOf, Part, Whole } from '../../../kernel/validation/fields';
import {
  AUDIENCES,
  type Audience,
  CHANNELS,
  type Channel,
  DayLimitInput,
  LEGAL_BASIS_KINDS,
  type LegalBasisKind,
  RESULT_TYPES,
  type ResultType,
  type Scope,
  SCOPES,
  StatutoryLimitInput,
} from '../../catalog/catalog.facade';
import { checkGb32100 } from '../../../kernel/validation/check-digits';
import {
  type FrequentQuestion,
  type GuideCommitment,
  type GuideCoverage,
  type IntermediaryService,
  NOT_IN_CENTRE_CAUSES,
  type NotInCentreCause,
  SPECIAL_KINDS,
  type SpecialProcedureKind,
} from '../guide.rules';
import { ONLINE_DEPTHS, THEMES } from '../themes.rules';
import {
  AppliesWhen,
  CODE,
  FormPartInput,
  GuideConditionInput,
  GuideMaterialInput,
  MOST_SITUATIONS,
  SituationInput,
  type WhenInput,
} from './situation.inputs';

export class NamedOrganizationInput {
  @Code(/^[0-9A-HJ-NPQRTUWXY]{18}$/, 18, {
    says: 'Unified social credit code 统一社会信用代码',
    check: (code) => checkGb32100(code).ok,
    detail: 'a unified social credit code whose check characters agree (GB 32100, GB 11714)',
  })
  uscc: string;
  @Name(200, { says: 'Name 名称' }) name: string;
}

export class GuideStepInput {
  @Code(CODE, 40, { says: 'Code 环节编码', example: 'S1' }) code: string;
  @Name(100, { says: 'Name 环节名称', example: '受理' }) name: string;
  @Flag({ says: 'Counts towards the three (five) steps 计入环节数' }) countsAsStep: boolean;
  @Name(500, { optional: true, says: 'Provision that demands a step outside the count 依据' }) article?: string;
  @Whole(0, 730, { optional: true, says: 'Own limit in working days 环节时限' }) days?: number;
}

export class GuideSpecialInput {
  @OneOf(SPECIAL_KINDS, { says: 'Kind 种类' }) kind: SpecialProcedureKind;
  @Name(100, { says: 'Name 名称', example: '专家评审' }) name: string;
  @Flag({ says: 'Its time is outside the limit (art. 45) 所需时间不计入期限' }) stopsClock: boolean;
  @Name(500, { optional: true, says: 'Provision that demands it 依据' }) article?: string;
  @Whole(1, 730, { says: 'Its own limit 时限' }) days: number;
  @OneOf(['working-day', 'calendar-day'], { says: 'Unit 单位' }) unit: 'working-day' | 'calendar-day';
  @AppliesWhen() appliesWhen?: WhenInput[];
}

export class GuideReviewPointInput {
  @Code(CODE, 40, { says: 'Code 编码' }) code: string;
  @Name(200, { says: 'Name 审查要点' }) name: string;
  @LongText(4000, { says: 'Standard 审查标准' }) standard: string;
  @AppliesWhen() appliesWhen?: WhenInput[];
}

export class GuideFeeInput {
  @Code(CODE, 40, { says: 'Code 编码' }) code: string;
  @Name(200, { says: 'Name 收费项目名称' }) name: string;
  @LongText(500, { says: 'Standard 收费标准' }) standard: string;
  @Whole(0, 100_000_000_00, { optional: true, says: 'Amount in fen, where fixed 金额（分）' }) amountFen?: number;
  @Name(500, { says: 'Provision it rests on 收费依据' }) basis: string;
  @OneOf(LEGAL_BASIS_KINDS, { says: 'Rank of the provision 依据层级' }) basisKind: LegalBasisKind;
  @AppliesWhen() appliesWhen?: WhenInput[];
}

export class GuideWindowInput {
  @Name(100, { says: 'Name 窗口名称' }) name: string;
  @Name(300, { says: 'Address 办理地点' }) address: string;
  @Name(200, { says: 'Hours 办理时间' }) hours: string;
  @Name(50, { says: 'Phone 电话' }) phone: string;
}

export class FrequentQuestionInput implements FrequentQuestion {
  @LongText(1000, { says: 'Question 问题', example: '可以委托他人办理吗？' }) question: string;
  @LongText(4000, { says: 'Answer 解答', example: '可以，受托人出示授权委托书和身份证件。' }) answer: string;
}

export class GuideResultInput {
  @OneOf(RESULT_TYPES, { says: 'Kind 结果类型' }) kind: ResultType;
  @Name(200, { says: 'Name 结果名称' }) name: string;
  @Code(/^[0-9A-Z]{21}$/, 21, { optional: true, says: 'Type code of the licence 证照类型代码' }) certificateType?: string;
  @Whole(1, 1200, { optional: true, says: 'Validity in months 有效期（月）' }) validityMonths?: number;
  @Name(60, { optional: true, list: { max: 60 }, says: 'Form fields that go into the licence 写入证照的字段' }) fields?: string[];
}

export class GuideRemediesInput {
  @LongText(500, { says: 'Administrative review 行政复议' }) review: string;
  @LongText(500, { says: 'Lawsuit 行政诉讼' }) lawsuit: string;
}

export class GuidePhonesInput {
  @Name(50, { says: 'Enquiries 咨询电话' }) enquiry: string;
  @Name(50, { says: 'Complaints 投诉电话' }) complaint: string;
}

export class GuideCommitmentInput implements GuideCommitment {
  @LongText(4000, { says: 'What the applicant commits to 承诺内容' }) text: string;
  @LongText(1000, { says: 'What a false commitment leads to 不实承诺的责任' }) liability: string;
  @Whole(1, 730, { says: 'Working days within which it is checked afterwards 事后核查期限（工作日）' }) afterCheckDays: number;
}

export class IntermediaryServiceInput implements IntermediaryService {
  @Name(200, { says: 'Name 中介服务名称' }) name: string;
  @Code(CODE, 40, { says: 'The material that it produces 对应材料编码' }) materialCode: string;
  @Name(500, { says: 'Law, regulation or State Council decision that demands it 依据' }) legalBasis: string;
}

export class GuideCoverageInput implements GuideCoverage {
  @Flag({ says: 'Handled online from end to end 全程网办' }) fullyOnline: boolean;
  @Flag({ says: 'Handled in the service centre 进驻政务服务中心' }) inCentre: boolean;
  @Flag({ says: 'Handled on the integrated platform 纳入一体化平台' }) onPlatform: boolean;
  @LongText(500, { optional: true, says: 'Why it is not fully online 不能全程网办的原因' }) notFullyOnlineReason?: string;
  @OneOf(NOT_IN_CENTRE_CAUSES, {
    optional: true,
    says: 'What keeps it out of the centre: lack of space, state secrets, or a decision of the government of its level 未进驻的情形（场地限制、涉及国家秘密、本级政府决定）',
  })
  notInCentreCause?: NotInCentreCause;
  @LongText(500, { optional: true, says: 'Why it is not in the centre 未进驻的原因' }) notInCentreReason?: string;
  @LongText(500, { optional: true, says: 'Why it is not on the platform 未纳入平台的原因' }) notOnPlatformReason?: string;
}

/** The content of a list as it is worked on: what the catalogue lays down may be left out, or repeated unchanged. */
export class GuideContent {
  @Name(200, { optional: true, says: 'Name of the item 事项名称' }) name?: string;
  @Name(200, { optional: true, says: 'Name in Uyghur, in Arabic script 维吾尔文名称' }) uyghurName?: string;
  @Part(() => NamedOrganizationInput, { optional: true, says: 'Who regulates afterwards 监管机构' })
  regulatingOrganization?: NamedOrganizationInput;
  @Flag({ optional: true, says: 'An approval bureau decides 由行政审批局审批' }) decidedByApprovalBureau?: boolean;
  @Name(500, { optional: true, says: 'Basis of the procedure, unless licensing 程序依据' }) procedureBasis?: string;
  @Name(500, { optional: true, list: { min: 1, max: 30 }, says: 'Provisions it rests on 设定依据' }) legalBasis?: string[];
  @OneOf(THEMES, { optional: true, list: { min: 1, max: 10 }, says: 'Themes 主题分类' }) themes?: string[];
  @Whole(1, ONLINE_DEPTHS.length, {
    optional: true,
    says: 'How far it is handled online: 1 consultation, 2 receipt, 3 pre-check, 4 acceptance, 5 handling, 6 feedback of the result, 7 e-certificate 网上办理深度',
  })
  onlineDepth?: number;
  @OneOf(AUDIENCES, { optional: true, list: { min: 1, max: 7 }, says: 'Whom it serves 服务对象' }) audiences?: Audience[];
  @LongText(4000, { optional: true, says: 'Conditions of acceptance 受理条件' }) acceptanceConditions?: string;
  @Part(() => SituationInput, { optional: true, list: { max: MOST_SITUATIONS }, says: 'Situations 情形' })
  situations?: SituationInput[];
  @Part(() => GuideConditionInput, {
    ...{ optional: true, list: { min: 1, max: 40 } },
    says: 'The conditions of acceptance one by one, where situations decide on them 分项受理条件',
  })
  conditions?: GuideConditionInput[];
  @Part(() => StatutoryLimitInput, { optional: true, says: 'Statutory limit 法定办结时限' }) statutoryLimit?: StatutoryLimitInput;
  @Part(() => DayLimitInput, { optional: true, says: 'Promised limit 承诺办结时限' }) promisedLimit?: DayLimitInput;
  @OneOf(['on-the-spot', 'promised'], { optional: true, says: 'On the spot or by a promised limit 办件类型' })
  handling?: 'on-the-spot' | 'promised';
  @Flag({ optional: true, says: 'Accepted with the receipt 收件即受理' }) acceptedOnReceipt?: boolean;
  @Flag({ optional: true, says: 'Several organizations decide together 联办' }) jointHandling?: boolean;
  @Part(() => NamedOrganizationInput, { optional: true, list: { max: 20 }, says: 'Assisting organizations 协办机构' })
  assistingOrganizations?: NamedOrganizationInput[];
  @Part(() => GuideMaterialInput, { optional: true, list: { max: 60 }, says: 'Materials 申请材料' })
  materials?: GuideMaterialInput[];
  @Part(() => GuideStepInput, { optional: true, list: { max: 20 }, says: 'Steps 办理环节' }) steps?: GuideStepInput[];
  @Part(() => GuideSpecialInput, { optional: true, list: { max: 10 }, says: 'Special procedures 特别程序' })
  specialProcedures?: GuideSpecialInput[];
  @Part(() => GuideReviewPointInput, { optional: true, list: { max: 60 }, says: 'Review points 审查要点' })
  reviewPoints?: GuideReviewPointInput[];
  @JsonObject({ optional: true, says: 'Form as JSON Schema, draft 2020-12 表单' }) form?: Record<string, unknown>;
  @Part(() => FormPartInput, { optional: true, list: { max: 40 }, says: 'Fields that situations decide on 分情形表单字段' })
  formParts?: FormPartInput[];
  @Part(() => GuideFeeInput, { optional: true, list: { max: 20 }, says: 'Fees 收费项目' }) fees?: GuideFeeInput[];
  @Flag({ optional: true, says: 'Fees can be paid online 网上支付' }) onlinePayment?: boolean;
  @LongText(500, { optional: true, says: 'Why what the catalogue charges for is free here 不收费的依据' }) feesWaived?: string;
  @OneOf(CHANNELS, { optional: true, list: { min: 1, max: 4 }, says: 'Channels 办理形式' }) channels?: Channel[];
  @Part(() => GuideWindowInput, { optional: true, list: { max: 20 }, says: 'Windows 办理窗口' }) windows?: GuideWindowInput[];
  @LongText(500, { optional: true, says: 'Why there is no window 无线下窗口的原因' }) noWindowReason?: string;
  @Whole(0, 99, { optional: true, says: 'How often somebody must come to the counter 到办事现场次数' }) visits?: number;
  @LongText(500, { optional: true, says: 'Why somebody must come 必须现场办理的原因' }) visitReason?: string;
  @OneOf(SCOPES, { optional: true, says: 'Where it can be handled 通办范围' }) scope?: Scope;
  @Part(() => GuideResultInput, { optional: true, says: 'Result 办理结果' }) result?: GuideResultInput;
  @Name(500, { optional: true, says: 'Sample of the result: an address or the name of a file 结果样本（地址或文件标识）' })
  resultSample?: string;
  @Part(() => FrequentQuestionInput, { optional: true, list: { max: 20 }, says: 'Frequently asked questions 常见问题' })
  questions?: FrequentQuestionInput[];
  @Part(() => GuideRemediesInput, { optional: true, says: 'Remedies 救济途径' }) remedies?: GuideRemediesInput;
  @Part(() => IntermediaryServiceInput, {
    optional: true,
    list: { max: 20 },
    says: 'Intermediary services behind materials 中介服务',
  })
  intermediaryServices?: IntermediaryServiceInput[];
  @Part(() => GuideCoverageInput, { optional: true, says: 'Online, in the centre, on the platform 网办、进驻与纳入情况' })
  coverage?: GuideCoverageInput;
  @Whole(1, 100_000, { optional: true, says: 'Version of the splitting standard it follows 拆分标准版本' })
  splittingStandard?: number;
  @Part(() => GuideCommitmentInput, { optional: true, says: 'Handling on commitment 告知承诺' })
  commitment?: GuideCommitmentInput;
  @Part(() => GuidePhonesInput, { optional: true, says: 'Phones 电话' }) phones?: GuidePhonesInput;
}
