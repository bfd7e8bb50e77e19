import type {
  Audience,
  Channel,
  DayLimit,
  LegalBasisKind,
  Level,
  Material,
  ResultType,
  Scope,
  StatutoryLimit,
} from '../catalog/catalog.facade';
import type { FormPart } from './situations/applied-guide.rules';
import type { Situation, When } from './situations/situation.rules';

/** 适用情形: always, unless situations decide. */
interface Situated {
  appliesWhen?: When[];
}

/** Of a deferrable material (容缺后补). */
interface Deferrable {
  /** Working days to supply it, from the acceptance; the default of the platform, unless told. */
  deferralDays?: number;
  /** A decision may come before it. */
  mayFollowDecision?: boolean;
}

/** A catalogue material as the organization asks for it. */
export type GuideMaterial = Material & Situated & Deferrable & { legalBasis: string };

/** 办理环节 */
export interface GuideStep {
  code: string;
  name: string;
  /** Counts towards the three (five) of I4; a step that does not names the provision that demands it. */
  countsAsStep: boolean;
  article?: string;
  /** Own limit, where the step has one. */
  days?: number;
}

/** 特别程序 */
export interface SpecialProcedure extends Situated {
  kind: SpecialProcedureKind;
  name: string;
  /** Only the eight of 《行政许可法》第四十五条, with the article that demands it. */
  stopsClock: boolean;
  article?: string;
  days: number;
  unit: DayLimit['unit'];
}

export const STOPPING_KINDS = [
  'hearing',
  'bidding',
  'auction',
  'inspection',
  'testing',
  'quarantine',
  'appraisal',
  'expert-review',
] as const;
export const SPECIAL_KINDS = [...STOPPING_KINDS, 'publication', 'on-site-inspection', 'verification', 'other'] as const;
export type SpecialProcedureKind = (typeof SPECIAL_KINDS)[number];

/** 收费项目 */
export interface GuideFee extends Situated {
  code: string;
  name: string;
  standard: string;
  /** The amount where it is fixed. */
  amountFen?: number;
  basis: string;
  basisKind: LegalBasisKind;
}

/** 常见问题 */
export interface FrequentQuestion {
  question: string;
  answer: string;
}

/** 办理地点、时间、电话 */
export interface GuideWindow {
  name: string;
  address: string;
  hours: string;
  phone: string;
}

/** 审查要点 */
export interface ReviewPoint extends Situated {
  code: string;
  name: string;
  standard: string;
}

/** 分项受理条件: a part of what the catalogue lays down. */
export interface GuideCondition extends Situated {
  code: string;
  text: string;
}

export interface NamedOrganization {
  uscc: string;
  name: string;
}

export interface GuideResult {
  kind: ResultType;
  name: string;
  /** Type code of the licence that a grant issues. */
  certificateType?: string;
  validityMonths?: number;
  /** Fields of the form that go into the licence. */
  fields?: string[];
}

/** 中介服务: what somebody paid by the applicant does, so that a material can be handed in (catalog/C6). */
export interface IntermediaryService {
  name: string;
  materialCode: string;
  legalBasis: string;
}

/** The closed list of what keeps an item out of the centre (新政发〔2022〕84号（六）); text says more. */
export const NOT_IN_CENTRE_CAUSES = ['site-limits', 'state-secrets', 'government-decision'] as const;
export type NotInCentreCause = (typeof NOT_IN_CENTRE_CAUSES)[number];

/** Whether it is online from end to end, in the centre, on the platform; what it is not, it says why (catalog/C6). */
export interface GuideCoverage {
  fullyOnline: boolean;
  inCentre: boolean;
  onPlatform: boolean;
  notFullyOnlineReason?: string;
  /** Versions published before the list was closed have none. */
  notInCentreCause?: NotInCentreCause;
  notInCentreReason?: string;
  notOnPlatformReason?: string;
}

/** 告知承诺: offered only where the catalogue lists the item for it (catalog/C7). */
export interface GuideCommitment {
  text: string;
  liability: string;
  afterCheckDays: number;
}

/** 实施清单/办事指南: what an organization offers, as every channel shows it and every case keeps it. */
export interface Guide {
  basicCode: string;
  itemType: string;
  name: string;
  /** The name in Uyghur, where one is given; shown from right to left. */
  uyghurName?: string;
  /** 业务办理项, e.g. 新办. */
  variantName?: string;
  organization: { id: string; uscc: string; name: string; divisionCode: string; areaPath: string[] };
  level: Level;
  /** I14: type 01 is licensing (deemed acceptance, 20/45 days, eight exclusions); others follow the basis they name. */
  procedureLaw: { licensing: boolean; basis: string };
  regulatingOrganization: NamedOrganization;
  /** 行政审批局 decides: the sector department regulates (I15). */
  decidedByApprovalBureau: boolean;
  legalBasis: string[];
  audiences: Audience[];
  /** 主题分类 */
  themes?: string[];
  /** 网上办理深度, 1 to 7. */
  onlineDepth?: number;
  acceptanceConditions: string;
  /** 情形 */
  situations?: Situation[];
  conditions?: GuideCondition[];
  statutoryLimit: StatutoryLimit;
  promisedLimit: DayLimit;
  handling: 'on-the-spot' | 'promised';
  acceptedOnReceipt: boolean;
  /** 联办: up to five steps and forty-five days. */
  jointHandling: boolean;
  assistingOrganizations: NamedOrganization[];
  materials: GuideMaterial[];
  steps: GuideStep[];
  reasonedApproval?: ReasonedApproval;
  specialProcedures: SpecialProcedure[];
  reviewPoints: ReviewPoint[];
  /** JSON Schema, draft 2020-12. */
  form: Record<string, unknown>;
  formParts?: FormPart[];
  fees: GuideFee[];
  onlinePayment: boolean;
  /** Why what the catalogue charges for is free here. */
  feesWaived?: string;
  channels: Channel[];
  windows: GuideWindow[];
  noWindowReason?: string;
  /** 到办事现场次数, and why anybody must come. */
  visits?: number;
  visitReason?: string;
  scope?: Scope;
  result: GuideResult;
  /** 结果样本: an address, or the name of a file. */
  resultSample?: string;
  questions?: FrequentQuestion[];
  remedies: { review: string; lawsuit: string };
  commitment?: GuideCommitment;
  intermediaryServices?: IntermediaryService[];
  coverage?: GuideCoverage;
  /** Version of the splitting standard it follows, where there is one (catalog/C10). */
  splittingStandard?: number;
  phones: { enquiry: string; complaint: string };
}

/** The reasoned approval of more steps than I4 allows. Versions of the time when editors named it have no day and no number of steps. */
export interface ReasonedApproval {
  authority: string;
  documentNumber: string;
  approvedOn?: string;
  steps?: number;
  reason: string;
}

/** A published version of an organization's list: what a case is opened under. */
export interface Offer {
  versionId: string;
  versionNumber: number;
  /** 31 digits */
  code: string;
  /** 33 digits */
  variantCode: string;
  /** SHA-256 of the published document. */
  digest: string;
  guide: Guide;
  /** It takes no new case since then. */
  suspended?: { since: string; reason: string };
}
