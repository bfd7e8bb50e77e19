import type { GuideMaterial } from '../../implementation/implementation.facade';
import { digest } from '../../../kernel/history/history';

/** Kind of the limit of a promise. */
export const DEFERRAL = 'acceptance.deferral';

/** A text that somebody agrees to, as it was that day. */
export interface CommitmentText {
  version: string;
  text: string;
}

/** acceptance/A9: what is promised with a deferred material (容缺受理承诺). The platform's own wording; a new one gets the next version. */
export const DEFERRAL_TEXT: CommitmentText = {
  version: '2026-1',
  text: '本人（本单位）已知晓须补交的材料、补交期限和逾期后果，承诺按期补交，并对材料的真实性、合法性负责。逾期未补交的，受理机构可以说明理由后终止办理，可以依法申请复议或者提起诉讼；不影响再次申请。',
};

export const digestOf = (text: CommitmentText | object): string => digest(text);

/** No national number of days is known: the default of this platform, for guides that say none of their own. */
export const DEFAULT_DEFERRAL = { days: 7, unit: 'calendar-day', source: 'default' } as const;

/** How long a material may be awaited, and who says so. */
export function deferralOf({ deferralDays }: Pick<GuideMaterial, 'deferralDays'>) {
  return deferralDays === undefined ? DEFAULT_DEFERRAL : ({ days: deferralDays, unit: 'working-day', source: 'guide' } as const);
}

export const BASIS = { guide: '办事指南：容缺后补期限', default: '平台默认补交期限（国家未规定天数）' } as const;
export const EXTENSION_BASIS = '申请人请求延长补交期限';

/** Why more time was asked for, and why it was given. */
export interface Extending {
  asked?: string;
  given?: string;
}
