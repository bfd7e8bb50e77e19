import type { Finding, ListRule } from './finding.rules';

// 0991-1234567, 0991-12345, （0991）1234567转801; several stand apart by a mark.
const WITH_AREA_CODE = /^\(?0\d{2,3}\)?-?\d{5,8}(?:(?:-|转|ext\.?)\d{1,6})?$/i;

const plain = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replace(/[\s.]/g, '')
    .replace(/[‐‑–—−]+/g, '-');
const numbers = (phone: string): string[] =>
  phone
    .normalize('NFKC')
    .split(/[、,;/]/)
    .map(plain)
    .filter(Boolean);
const digits = (phone: string): string => phone.replace(/\D/g, '');

/** implementation/I2, domain rule 7: nobody complains to the desk they complain of. */
export const phonesDifferent: ListRule = ({ content: { phones } }) => {
  if (!phones) return [];
  const enquiries = new Set(numbers(phones.enquiry).map(digits));
  return numbers(phones.complaint).some((number) => enquiries.has(digits(number)))
    ? [{ code: 'phones-different', pointer: '/phones/complaint' }]
    : [];
};

/** implementation/I2, domain rule 7: a phone can be called from anywhere. */
export const phoneAreaCode: ListRule = ({ content: { phones } }) =>
  (['enquiry', 'complaint'] as const).flatMap((key): Finding[] => {
    const found = phones ? numbers(phones[key]) : [];
    return phones && !(found.length && found.every((number) => WITH_AREA_CODE.test(number)))
      ? [{ code: 'phone-area-code', pointer: `/phones/${key}` }]
      : [];
  });
