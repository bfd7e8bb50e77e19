/** catalog/C3: lawful (合法性), complete and accurate (要素完整准确), consistent with the power and licensing lists (与清单一致), workable (适用性). */
export const QUESTIONS = ['lawful', 'complete', 'consistent', 'workable'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Opinion {
  question: Question;
  organizationId: string;
  answer: 'yes' | 'no';
  reasons?: string;
}

/**
 * catalog/C3: how a round ends, if it does. It passes when everybody who was asked said yes: silence never does. With a "no" among the
 * answers it returns as soon as nobody is waited for but those whose time is over, so that all reasons come at once and silence holds
 * none of them back.
 */
export function outcomeOf(
  asked: readonly { answer: 'yes' | 'no' | null; escalatedAt: string | null }[],
  secretRefused: boolean,
): 'pass' | 'return' | undefined {
  const silent = asked.filter(({ answer }) => answer === null);
  const against = secretRefused || asked.some(({ answer }) => answer === 'no');
  if (!silent.length) return against ? 'return' : 'pass';
  return against && silent.every(({ escalatedAt }) => escalatedAt !== null) ? 'return' : undefined;
}
