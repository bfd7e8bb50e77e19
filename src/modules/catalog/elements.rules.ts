import type { LegalBasisKind } from './legal-basis.rules';

export interface DayLimit {
  days: number;
  unit: 'working-day' | 'calendar-day';
}

/** A limit with the provision it rests on, where the law asks for one (art. 42). */
export interface StatutoryLimit extends DayLimit {
  basis?: string;
  basisKind?: LegalBasisKind;
}

/** 服务对象 (国家政务服务平台 C0109): natural person, enterprise, institution, social body, unincorporated, organ, other. */
export const AUDIENCES = ['1', '2', '3', '4', '5', '6', '9'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const LEVELS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export type Level = (typeof LEVELS)[number];

/** 办理形式 */
export const CHANNELS = ['window', 'online', 'mobile', 'post'] as const;
export type Channel = (typeof CHANNELS)[number];

/** 通办范围 */
export const SCOPES = ['nation', 'province', 'prefecture', 'county', 'town', 'none'] as const;
export type Scope = (typeof SCOPES)[number];

export const RESULT_TYPES = ['licence', 'document', 'none'] as const;
export type ResultType = (typeof RESULT_TYPES)[number];

/** 必要性: required, conditional, deferrable (容缺后补). */
export const NECESSITIES = ['required', 'conditional', 'deferrable'] as const;
export type Necessity = (typeof NECESSITIES)[number];

/** 来源渠道: the applicant's own, issued by a government organ, by somebody else. */
export const SOURCES = ['applicant', 'government', 'third-party'] as const;
export type Source = (typeof SOURCES)[number];

/** What may stand in for a material (免提交方式). */
export interface Replacement {
  /** 21-character type code of an e-certificate. */
  certificateType?: string;
  /** A data-sharing query. */
  dataQuery?: string;
  /** A notification-and-commitment statement (告知承诺). */
  commitment?: boolean;
}

/** 材料介质、原件/复印件与份数 */
export interface MaterialForm {
  medium: 'paper' | 'electronic' | 'either';
  document: 'original' | 'copy' | 'original-and-copy' | 'original-or-copy';
  originals: number;
  copies: number;
}

/** 申请材料 */
export interface Material {
  code: string;
  name: string;
  necessity: Necessity;
  /** The situation in which a conditional material is needed. */
  condition?: string;
  source: Source;
  replaceableBy: Replacement;
  form?: MaterialForm;
  legalBasis?: string;
  /** Why a material that a government organ issues has no e-certificate yet. */
  noCertificateReason?: string;
}

/** 收费: whether a fee may be charged at all, and on what basis. */
export interface FeeElements {
  charged: boolean;
  standard?: string;
  basis?: string;
  basisKind?: LegalBasisKind;
}

/** 要素: what the basic catalogue lays down for every level and organization (17 要素统一). Absent ones are not laid down. */
export interface ItemElements {
  name: string;
  basicCode: string;
  itemType: string;
  legalBasis: string[];
  exerciseLevels: Level[];
  audiences: Audience[];
  acceptanceConditions: string;
  statutoryLimit: StatutoryLimit;
  resultName: string;
  resultType: ResultType;
  resultCertificateType?: string;
  resultSample?: string;
  fees: FeeElements;
  materials: Material[];
  flow?: string;
  channels?: Channel[];
  reviewStandard: string;
  scope?: Scope;
}

/** A catalogue item as it is published and in force. */
export interface PublishedItem {
  itemId: string;
  versionId: string;
  versionNumber: number;
  basicCode: string;
  name: string;
  itemType: string;
  elements: ItemElements;
  /** The first day on which this version stands. */
  effectiveFrom: string;
}
