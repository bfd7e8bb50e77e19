import {
  type Answer,
  answerFaults,
  appliedGuide,
  type Guide,
  type GuideMaterial,
} from '../../implementation/implementation.facade';

type Limits = Pick<Guide, 'statutoryLimit' | 'promisedLimit'>;
type DayLimit = Guide['promisedLimit'];

/**
 * implementation/I9: what a case keeps of its version while a later one of the same list is in force: shorter limits and fewer
 * materials apply at once, nothing else does. A material is no longer asked for when the later version does not ask for it.
 */
export function lighter(kept: Guide, later: Guide, answers: readonly Answer[] = []): Guide {
  const now = new Map(appliedGuide(later, fitting(later, answers)).materials.map((material) => [material.code, material]));
  const materials = kept.materials.flatMap((material): GuideMaterial[] => {
    const asked = now.get(material.code);
    if (!asked) return [];
    const easier = material.necessity === 'required' && asked.necessity !== 'required' && !dependsOnOpenQuestion(asked);
    return [easier ? { ...material, necessity: asked.necessity } : material];
  });
  return { ...kept, ...shorterLimits(kept, later), materials };
}

/** Both limits, each by itself. */
export function shorterLimits(kept: Limits, later: Limits): Limits {
  const { statutoryLimit, promisedLimit } = later;
  return {
    statutoryLimit: isShorter(statutoryLimit, kept.statutoryLimit) ? statutoryLimit : kept.statutoryLimit,
    promisedLimit: isShorter(promisedLimit, kept.promisedLimit) ? promisedLimit : kept.promisedLimit,
  };
}

/** Whatever the calendar: so many calendar days are never more than as many working days. */
const isShorter = (one: DayLimit, other: DayLimit): boolean =>
  one.unit === other.unit ? one.days < other.days : one.unit === 'calendar-day' && one.days <= other.days;

/** Answers to an earlier version that are answers to this one as well. */
export const fitting = ({ situations }: Pick<Guide, 'situations'>, answers: readonly Answer[]): Answer[] =>
  answers.filter((answer) => !answerFaults(situations, [answer]).some(({ code }) => code !== 'not-applicable'));

// What the situations given demand is required by now, and what they exclude is gone.
const dependsOnOpenQuestion = ({ necessity, appliesWhen }: GuideMaterial): boolean =>
  necessity === 'conditional' && appliesWhen !== undefined;
