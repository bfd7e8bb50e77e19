import { completeness } from './completeness.rules';
import { fees } from './fees.rules';
import { coverage, intermediaries } from './coverage.rules';
import { commitment } from './commitment.rules';
import type { Finding, ListDraft, ListedItem, ListRule } from './finding.rules';
import { form } from './form.rules';
import { handlingAndPromise, licensingLimit, procedureBasis, promisedLimit } from './limits.rules';
import { lockedElements } from './locked-elements.rules';
import { materials } from './materials.rules';
import { offlineWay, regulator } from './offering.rules';
import { uyghurName } from './names.rules';
import { splitting } from './splitting.rules';
import { jointHandling, stepCount, stoppedClock } from './steps.rules';

/** The organ's level is one that the catalogue lets exercise the item; 7 leaves it to each level (implementation/I1). */
export const exerciseLevel: ListRule = ({ level }, { elements: { exerciseLevels } }) =>
  exerciseLevels.includes(level) || exerciseLevels.includes('7')
    ? []
    : [{ code: 'level-not-exercised', pointer: '/level', values: { levels: exerciseLevels.join('、'), level } }];

const RULES: readonly ListRule[] = [
  ...[exerciseLevel, lockedElements, handlingAndPromise, promisedLimit, licensingLimit, procedureBasis, jointHandling, stepCount],
  ...[stoppedClock, fees, materials, regulator, offlineWay, uyghurName, form, commitment, splitting, coverage, intermediaries],
  completeness,
];

/** Everything that stands against this list, all at once. */
export const checkList = (list: ListDraft, item: ListedItem): Finding[] => RULES.flatMap((rule) => rule(list, item));
