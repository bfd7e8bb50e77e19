import type { Guide } from '../../implementation/implementation.facade';

export const INTAKE = 'acceptance.intake';
export const STATUTORY = 'acceptance.statutory';
export const PROMISED = 'acceptance.promised';
export const DELIVERY = 'acceptance.delivery';
export const HEARING_REQUEST = 'acceptance.hearing-request';
export const HEARING = 'acceptance.hearing';
export const RENEWAL = 'acceptance.renewal';

/** Limits that the law sets for every licence, in working days (art. 82). No procedure stops them. */
export const LEGAL = {
  [INTAKE]: { days: 5, basis: '《行政许可法》第三十二条' },
  [DELIVERY]: { days: 10, basis: '《行政许可法》第四十四条' },
  // time-limits/T13: from being told of the right to a hearing, and from asking for one.
  [HEARING_REQUEST]: { days: 5, basis: '《行政许可法》第四十七条' },
  [HEARING]: { days: 20, basis: '《行政许可法》第四十七条' },
} as const;

/** time-limits/T13, art. 48: notice of a hearing comes so many working days before it. */
export const HEARING_NOTICE_DAYS = 7;

const STEP = 'acceptance.step.';
export const stepKind = (code: string): string => `${STEP}${code}`;
export const isStep = (kind: string): boolean => kind.startsWith(STEP);

type Step = Guide['steps'][number];

// Acceptance has the five days of art. 32; what is handled begins after it.
const RECEIVING = /受理|收件|接件/;

/** time-limits/T4: the steps after acceptance, in the order of the guide. */
export function handlingSteps(steps: readonly Step[]): Step[] {
  const first = steps.findIndex(({ name }) => !RECEIVING.test(name));
  return first < 0 ? [] : steps.slice(first);
}

/** The step that begins when this one has passed. */
export const stepAfter = (steps: readonly Step[], code: string): Step | undefined => {
  const index = steps.findIndex((step) => step.code === code);
  return index < 0 ? undefined : steps[index + 1];
};

/** acceptance/A20: what a head may add, once: ten days, or fifteen to the forty-five of joint handling. */
export const mostExtension = ({ jointHandling }: Pick<Guide, 'jointHandling'>): number => (jointHandling ? 15 : 10);

/**
 * time-limits/T6: the law's limit is extended. A promise to be quicker is kept or broken as it was given; one that promised no more than
 * the law moves with it.
 */
export function extendedKinds({
  statutoryLimit: law,
  promisedLimit: promise,
}: Pick<Guide, 'statutoryLimit' | 'promisedLimit'>): string[] {
  return promise.days === law.days && promise.unit === law.unit ? [STATUTORY, PROMISED] : [STATUTORY];
}
