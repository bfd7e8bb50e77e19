import { namesProvision, restsOn } from '../../catalog/catalog.facade';
import type { GuideFee } from '../guide.rules';
import { type Finding, isLicensing, type ListRule } from './finding.rules';

const FORMS = /(申请书|申请表|表格|格式文本)/;

/** implementation/I5: Administrative Licensing Law art. 58: fees only by law or administrative regulation, forms are free. */
export const fees: ListRule = ({ content: { fees = [] } }, item) =>
  fees.flatMap((fee, index) => feeFindings(fee, isLicensing(item), `/fees/${index}`));

/** implementation/I5: no fee, no online payment. */
export const paymentWithoutFee: ListRule = ({ content: { fees = [], onlinePayment } }) =>
  onlinePayment && !fees.length ? [{ code: 'payment-without-fee', pointer: '/onlinePayment' }] : [];

/** implementation/I2, domain rule 6: who pays knows what, and whether online; what the catalogue charges for is free only for a reason. */
export const feesComplete: ListRule = ({ content: { fees = [], onlinePayment, feesWaived } }, { elements }) => {
  const code = 'fees-complete';
  if (fees.length)
    return [
      ...(onlinePayment === undefined ? [{ code, pointer: '/onlinePayment' } as const] : []),
      ...(feesWaived ? [{ code, pointer: '/feesWaived' } as const] : []),
    ];
  return elements.fees.charged && !feesWaived ? [{ code, pointer: '/fees' }] : [];
};

function feeFindings({ name, basis, basisKind }: GuideFee, licensing: boolean, pointer: string): Finding[] {
  if (FORMS.test(name)) return [{ code: 'form-fee', pointer }];
  const sound = licensing
    ? restsOn(['law', 'administrative-regulation'], basis, basisKind)
    : basisKind === 'normative-document'
      ? /《[^》]{2,}》|[〔[【（]\d{4}[〕\]】）]\d+号/.test(basis)
      : namesProvision(basis);
  return sound ? [] : [{ code: 'fee-without-basis', pointer, values: { name } }];
}
