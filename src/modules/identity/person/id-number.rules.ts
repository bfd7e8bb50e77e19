import { bornOn, type Checked, checkGb11643, type Gb11643Problem, unsound } from '../../../kernel/validation/check-digits';

/** GB/T 2260, the first two digits: provinces, and 81 to 83 for residence permits of Hong Kong, Macao and Taiwan residents. */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;
const NOBODY_IS_OLDER = '1900-01-01';

/** N3: a number that somebody alive today can have. Counties are not looked up: a number keeps the code of one that is no more. */
export function checkIdNumber(number: string, today: string): Checked<Gb11643Problem | 'region'> {
  const checked = checkGb11643(number, today);
  if (!checked.ok) return checked;
  if (!PROVINCES.test(checked.value)) return unsound('region');
  return bornOn(checked.value) < NOBODY_IS_OLDER ? unsound('date') : checked;
}
