/** 数据等级, in the plan's words (廿四): open, sensitive information (敏感信息), work secret (工作秘密), state secret (国家秘密). */
export const DATA_GRADES = ['open', 'sensitive', 'work-secret', 'state-secret'] as const;
export type DataGrade = (typeof DATA_GRADES)[number];

export const SECRECY_OUTCOMES = ['cleared', 'refused'] as const;

/** 保密审查 of a draft as it was submitted. Who reviewed stands in the history. */
export interface SecrecyReview {
  grade: DataGrade;
  outcome: (typeof SECRECY_OUTCOMES)[number];
  reasons: string;
  at: string;
}

/** catalog/P1: not by an author, and what is not open is not cleared: open data drawn together may be refused all the same. */
export function secrecyFault(
  by: string,
  authors: readonly string[],
  { grade, outcome }: Pick<SecrecyReview, 'grade' | 'outcome'>,
): 'own-draft' | 'not-open' | undefined {
  if (authors.includes(by)) return 'own-draft';
  return outcome === 'cleared' && grade !== 'open' ? 'not-open' : undefined;
}

/** catalog/P1: what may be published. */
export const isCleared = (review: SecrecyReview | null): boolean => review?.outcome === 'cleared';
