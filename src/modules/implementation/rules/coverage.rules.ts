import { namesProvision } from '../../catalog/catalog.facade';
import type { Finding, ListRule } from './finding.rules';

const WHY = [
  ['fullyOnline', 'notFullyOnlineReason'],
  ['inCentre', 'notInCentreReason'],
  ['onPlatform', 'notOnPlatformReason'],
] as const;

/** catalog/C6: a negative list is derived, so the reason stands where the entry comes from. */
export const coverage: ListRule = ({ content: { coverage } }) =>
  coverage
    ? WHY.filter(([flag, reason]) => !coverage[flag] && !coverage[reason]).map(([, reason]): Finding => ({
        code: 'coverage-without-reason',
        pointer: `/coverage/${reason}`,
      }))
    : [];

/** acceptance/A25: an item stays out of the centre only for a cause of the closed list (新政发〔2022〕84号（六）). */
export const outsideTheCentre: ListRule = ({ content: { coverage } }) =>
  coverage && !coverage.inCentre && !coverage.notInCentreCause
    ? [{ code: 'outside-centre-without-cause', pointer: '/coverage/notInCentreCause' }]
    : [];

/** catalog/C6: an intermediary service that no provision demands is not demanded (新政发〔2022〕84号 五). */
export const intermediaries: ListRule = ({ content: { intermediaryServices = [], materials = [] } }) =>
  intermediaryServices.flatMap(({ name, materialCode, legalBasis }, index): Finding[] =>
    namesProvision(legalBasis) && materials.some(({ code }) => code === materialCode)
      ? []
      : [{ code: 'intermediary-unfounded', pointer: `/intermediaryServices/${index}`, values: { name } }],
  );
