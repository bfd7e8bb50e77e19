import { digest } from '../../../kernel/history/history';
import type { Guide, Offer } from '../../implementation/implementation.facade';
import type { Ground } from '../../licences/licences.facade';

/** Kinds of the limits of a commitment. */
export const AFTER_CHECK = 'acceptance.after-check';
export const DEFENCE = 'acceptance.defence';
export const RECTIFICATION = 'acceptance.rectification';

export const BASIS = {
  [AFTER_CHECK]: '办事指南：事后核查期限',
  [DEFENCE]: '平台默认陈述申辩期限（国家未规定天数）',
  [RECTIFICATION]: '责令限期整改',
} as const;

/** No national number is known: the default of this platform, in working days from the notice. */
export const DEFENCE_DAYS = 5;

export const outcomes = ['upheld', 'rectified', 'annulled'] as const;
export type Outcome = (typeof outcomes)[number];

/** What somebody commits to under a guide, word for word. */
export interface CommitmentTerms {
  textVersion: string;
  text: string;
  liability: string;
  textDigest: string;
  afterCheckDays: number;
}

/** acceptance/A10: the text has the version of the guide that states it, and a digest of its own. */
export function termsOf({ guide, versionNumber }: Pick<Offer, 'versionNumber'> & { guide: Pick<Guide, 'commitment'> }) {
  if (!guide.commitment) return undefined;
  const { text, liability, afterCheckDays } = guide.commitment;
  const textVersion = String(versionNumber);
  return { textVersion, text, liability, afterCheckDays, textDigest: digest({ textVersion, text, liability }) };
}

/** Of the grounds of art. 69 those that a false commitment may be. */
export const annulmentGrounds = ['obtained-by-deceit', 'not-qualified'] as const satisfies Ground[];
export type AnnulmentGround = (typeof annulmentGrounds)[number];
