/** catalog/C3: lawful (合法性), complete and accurate (要素完整准确), consistent with the power and licensing lists (与清单一致), workable (适用性). */
export const QUESTIONS = ['lawful', 'complete', 'consistent', 'workable'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Review {
  question: Question;
  answer: 'yes' | 'no';
  reasons?: string;
  by: string;
  at: string;
}
