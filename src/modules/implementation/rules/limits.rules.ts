import { type DayLimit, restsOn } from '../../catalog/catalog.facade';
import { isLicensing, type ListRule } from './finding.rules';

/** implementation/I3: the promise is at most the statutory limit. */
export const promisedLimit: ListRule = ({ content: { promisedLimit, statutoryLimit } }) =>
  promisedLimit && statutoryLimit && !within(promisedLimit, statutoryLimit)
    ? [{ code: 'promise-longer', pointer: '/promisedLimit' }]
    : [];

/** So many calendar days are never longer than as many working days; the other way round nothing is certain. */
const within = (promised: DayLimit, statutory: DayLimit): boolean =>
  promised.days <= statutory.days &&
  (promised.unit === statutory.unit || promised.unit === 'calendar-day' || promised.days === 0);

/** implementation/I2, domain rule 1: on the spot means a promise of no days. */
export const handlingAndPromise: ListRule = ({ content: { handling, promisedLimit } }) =>
  handling && promisedLimit && (handling === 'on-the-spot') !== (promisedLimit.days === 0)
    ? [{ code: 'handling-and-promise', pointer: '/handling' }]
    : [];

// Four weeks hold twenty working days at most, nine weeks forty-five.
const MOST = { single: { 'working-day': 20, 'calendar-day': 28 }, joint: { 'working-day': 45, 'calendar-day': 63 } };

/** implementation/I14: Administrative Licensing Law art. 42: 20 working days, 45 for joint handling, unless laws or regulations (法律、法规) provide otherwise. */
export const licensingLimit: ListRule = ({ content: { statutoryLimit, jointHandling } }, item) => {
  if (!isLicensing(item) || !statutoryLimit) return [];
  const { days, unit, basis, basisKind } = statutoryLimit;
  const most = MOST[jointHandling ? 'joint' : 'single'];
  if (days <= most[unit] || restsOn(['law', 'administrative-regulation', 'local-regulation'], basis, basisKind)) return [];
  return [{ code: 'limit-without-provision', pointer: '/statutoryLimit', values: { most: most['working-day'] } }];
};

/** implementation/I14: deemed acceptance, 20/45 days and the eight exclusions bind licensing; other types stand on their own basis. */
export const procedureBasis: ListRule = ({ content: { procedureBasis } }, item) =>
  isLicensing(item) || procedureBasis ? [] : [{ code: 'procedure-basis-missing', pointer: '/procedureBasis' }];
