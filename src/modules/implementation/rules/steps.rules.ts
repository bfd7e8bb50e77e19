import { namesProvision } from '../../catalog/catalog.facade';
import type { GuideContent } from '../content/content.inputs';
import { STOPPING_KINDS } from '../guide.rules';
import { type Finding, type ListRule, repeated } from './finding.rules';

// An approval inside the house is a step, whatever it is called.
const INTERNAL = /(审核|审批|复审|复核|初审|核准|会签|签发|签批)/;
const EIGHT: readonly string[] = STOPPING_KINDS;

/**
 * implementation/I4: at most three steps, five for joint handling, unless the administration body has granted exactly so many; only
 * steps that a provision demands stay outside the count.
 */
export const stepCount: ListRule = ({ content, stepApproval }) => {
  const [count, most] = [countedSteps(content), mostSteps(content)];
  const granted = stepApproval?.state === 'granted' && stepApproval.steps === count;
  const tooMany: Finding = { code: 'too-many-steps', pointer: '/steps', values: { count, most } };
  return count > most && !granted ? [...disguised(content), tooMany] : disguised(content);
};

/** Steps that count, whatever they are called. */
export const countedSteps = (content: GuideContent): number =>
  (content.steps ?? []).filter(({ countsAsStep }) => countsAsStep).length + disguised(content).length;

export const mostSteps = ({ jointHandling }: GuideContent): number => (jointHandling ? 5 : 3);

const disguised = ({ steps = [], specialProcedures = [] }: GuideContent): Finding[] => [
  ...steps.flatMap((step, index) => (!step.countsAsStep && isDisguised(step) ? [at(`/steps/${index}`, step.name)] : [])),
  ...specialProcedures.flatMap((each, index) => (isDisguised(each) ? [at(`/specialProcedures/${index}`, each.name)] : [])),
];

// However it is spaced or written: 复 核 is 复核.
const spoken = (name: string): string => name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

const isDisguised = ({ name, article }: { name: string; article?: string }): boolean =>
  INTERNAL.test(spoken(name)) || !article || !namesProvision(article);

const at = (pointer: string, name: string): Finding => ({ code: 'step-disguised', pointer, values: { name } });

/** implementation/I4: only the eight procedures of art. 45 stop the clock, with the article that demands them. */
export const stoppedClock: ListRule = ({ content: { specialProcedures = [] } }) =>
  specialProcedures.flatMap(({ stopsClock, kind, name, article }, index): Finding[] =>
    stopsClock && !(EIGHT.includes(kind) && article && namesProvision(article))
      ? [{ code: 'clock-stopped-unlawfully', pointer: `/specialProcedures/${index}/stopsClock`, values: { name } }]
      : [],
  );

/** Five steps and forty-five days are for those who do handle jointly, and nobody does so with themselves. */
export const jointHandling: ListRule = ({ organization, content: { jointHandling, assistingOrganizations = [] } }) =>
  jointHandling && assistingOrganizations.every(({ uscc }) => uscc === organization.uscc)
    ? [{ code: 'joint-without-assistants', pointer: '/assistingOrganizations' }]
    : [];

/** A case names its steps, review points and fees by code, and a special procedure by kind: each is there once. */
export const eachOnce: ListRule = ({ content: { steps = [], reviewPoints = [], fees = [], specialProcedures = [] } }) => [
  ...Object.entries({ steps, reviewPoints, fees }).flatMap(([key, rows]) =>
    [...repeated(rows.map(({ code }) => code))].map((index): Finding => ({
      code: 'code-twice',
      pointer: `/${key}/${index}/code`,
      values: { code: rows[index]!.code },
    })),
  ),
  ...[...repeated(specialProcedures.map(({ kind }) => kind))].map((index): Finding => ({
    ...{ code: 'procedure-twice', pointer: `/specialProcedures/${index}/kind` },
    values: { name: specialProcedures[index]!.name },
  })),
];
