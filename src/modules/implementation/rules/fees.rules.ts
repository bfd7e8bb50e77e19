import { namesProvision, restsOn } from '../../catalog/catalog.facade';
import type { GuideFee } from '../guide.rules';
import { type Finding, isLicensing, type ListRule } from './finding.rules';

const FORMS = /(申请书|申请表|表格|格式文本)/;

/** implementation/I5: Administrative Licensing Law art. 58: fees only by law or administrative regulation, forms are free. */
export const fees: ListRule = ({ content: { fees = [], onlinePayment } }, item) => [
  ...fees.flatMap((fee, index) => feeFindings(fee, isLicensing(item), `/fees/${index}`)),
  ...(onlinePayment && !fees.length ? [{ code: 'payment-without-fee' as const, pointer: '/onlinePayment' }] : []),
];

function feeFindings({ name, basis, basisKind }: GuideFee, licensing: boolean, pointer: string): Finding[] {
  if (FORMS.test(name)) return [{ code: 'form-fee', pointer }];
  const sound = licensing
    ? restsOn(['law', 'administrative-regulation'], basis, basisKind)
    : basisKind === 'normative-document'
      ? /《[^》]{2,}》|[〔[【（]\d{4}[〕\]】）]\d+号/.test(basis)
      : namesProvision(basis);
  return sound ? [] : [{ code: 'fee-without-basis', pointer, values: { name } }];
}
