import type { ItemElements } from '../elements.rules';
import { namesProvision, restsOn } from '../legal-basis.rules';

export interface SubmissionFault {
  code: 'result-type-unknown' | 'fee-basis-missing' | 'material-incomplete' | 'limit-basis-missing';
  pointer: string;
  detail: string;
}

// Administrative Licensing Law art. 42: forty-five working days, or nine weeks, for joint handling.
const MOST = { 'working-day': 45, 'calendar-day': 63 };

/**
 * catalog/C3: what no list below could repair, for the elements are locked there: every place at once, before anybody is asked.
 * A licensing limit of up to 45 days may be that of joint handling, which the lists say.
 */
export function submissionFaults(elements: ItemElements, licenceTypeExists: boolean): SubmissionFault[] {
  const { itemType, resultType, fees, materials, statutoryLimit } = elements;
  const licensing = itemType === '01';
  const { days, unit, basis, basisKind } = statutoryLimit;
  const ofLaw = ['law', 'administrative-regulation'] as const;
  const found = (wrong: boolean, code: SubmissionFault['code'], pointer: string, detail: string): SubmissionFault[] =>
    wrong ? [{ code, pointer, detail }] : [];
  const feeStands = licensing ? restsOn(ofLaw, fees.basis, fees.basisKind) : feeBasis(fees.basis);
  const limitStands = days <= MOST[unit] || restsOn([...ofLaw, 'local-regulation'], basis, basisKind);
  return [
    ...found(resultType === 'licence' && !licenceTypeExists, 'result-type-unknown', '/resultCertificateType', 'no licence type'),
    ...found(fees.charged && !feeStands, 'fee-basis-missing', '/fees/basis', 'the provision the fee rests on, and its rank'),
    ...found(licensing && !limitStands, 'limit-basis-missing', '/statutoryLimit/basis', 'the law or regulation that provides it'),
    ...materials.flatMap(({ necessity, condition, legalBasis }, index) => [
      ...found(
        necessity === 'conditional' && !condition,
        'material-incomplete',
        `/materials/${index}/condition`,
        'when it is needed',
      ),
      ...found(!legalBasis, 'material-incomplete', `/materials/${index}/legalBasis`, 'the provision that demands it'),
    ]),
  ];
}

/** Outside licensing a fee may rest on a document with its number as well. */
const feeBasis = (basis: string | undefined): boolean =>
  basis !== undefined && (namesProvision(basis) || /《[^》]{2,}》|[〔[【（]\d{4}[〕\]】）]\d+号/.test(basis));
