import { adoptingDivision } from '../../catalog/standing.facade';
import { completeness } from './completeness.rules';
import { conditions } from './conditions.rules';
import { fees } from './fees.rules';
import { coverage, intermediaries, outsideTheCentre } from './coverage.rules';
import { commitment } from './commitment.rules';
import { crossField } from './cross-field.rules';
import type { Finding, ListDraft, ListedItem, ListRule } from './finding.rules';
import { form, resultFields } from './form.rules';
import { formParts } from './form-parts.rules';
import { licensingLimit, procedureBasis } from './limits.rules';
import { lockedElements } from './locked-elements.rules';
import { materials } from './materials.rules';
import { offlineWay, regulator } from './offering.rules';
import { nothingOnlineFirst } from './window-first.rules';
import { uyghurName } from './names.rules';
import { splitting } from './splitting.rules';
import { alwaysApplying, situations } from './situations.rules';
import { eachOnce, jointHandling, stepCount, stoppedClock } from './steps.rules';

/** The organ's level is one that the catalogue lets exercise the item; 7 leaves it to each level (implementation/I1). */
export const exerciseLevel: ListRule = ({ level }, { elements: { exerciseLevels } }) =>
  exerciseLevels.includes(level) || exerciseLevels.includes('7')
    ? []
    : [{ code: 'level-not-exercised', pointer: '/level', values: { levels: exerciseLevels.join('、'), level } }];

// 国家级 to 村级, by what a division code leaves open; 659001 and the like are county-level and hang under the region.
const LEVEL_OF_DIVISION: readonly [RegExp, number][] = [
  [/^\d{2}0{10}$/, 2],
  [/^\d{4}0{8}$/, 3],
  [/^\d{6}0{6}$/, 4],
  [/^\d{9}0{3}$/, 5],
];

/** implementation/I1: an organ exercises at its own level or below, never at one above it. */
export const organLevel: ListRule = ({ level, organization: { divisionCode } }) => {
  const own = LEVEL_OF_DIVISION.find(([form]) => form.test(divisionCode))?.[1] ?? 6;
  return Number(level) < own ? [{ code: 'level-above-organ', pointer: '/level', values: { level, own } }] : [];
};

/** catalog/C5: a list needs the adoption of its item by the region, prefecture or county it stands on. */
export const adoption: ListRule = ({ level, organization }, { adoptedBy, basicCode }) => {
  const division = adoptingDivision(organization.areaPath, level);
  return division && adoptedBy.has(division)
    ? []
    : [{ code: 'not-adopted', pointer: '/level', values: { code: basicCode, division: division ?? organization.areaPath[0]! } }];
};

const RULES: readonly ListRule[] = [
  ...[exerciseLevel, adoption, organLevel, lockedElements, licensingLimit, procedureBasis, jointHandling],
  ...[stepCount, eachOnce, stoppedClock, fees, materials, regulator, offlineWay, uyghurName, nothingOnlineFirst],
  ...[situations, alwaysApplying, conditions, formParts],
  ...[form, resultFields, commitment, splitting, coverage, outsideTheCentre, intermediaries, crossField, completeness],
];

/** Everything that stands against this list, all at once. */
export const checkList = (list: ListDraft, item: ListedItem): Finding[] => RULES.flatMap((rule) => rule(list, item));
