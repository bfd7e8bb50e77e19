/** What a check found: the value in its canonical form, or the first reason against it. */
export type Checked<Reason extends string, Value = string> = { ok: true; value: Value } | { ok: false; reason: Reason };

export const sound = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });
export const unsound = <Reason extends string>(reason: Reason): { ok: false; reason: Reason } => ({ ok: false, reason });

// GB 32100-2015, 统一社会信用代码: digits and capital letters without I O S V Z; the weights are 3^i mod 31.
const GB32100_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const GB32100_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
// Authority and kind, six digits of a division, the nine characters of GB 11714, the check character.
const GB32100_SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

export type Gb32100Problem = 'length' | 'alphabet' | 'check-digit' | 'inner-check-digit';

/** GB 32100-2015 with the check digit of GB 11714 inside (characters 9 to 17). */
export function checkGb32100(code: string): Checked<Gb32100Problem> {
  if (code.length !== 18) return unsound('length');
  if (!GB32100_SHAPE.test(code)) return unsound('alphabet');
  if (gb32100Check(code) !== code[17]) return unsound('check-digit');
  return checkGb11714(code.slice(8, 17)).ok ? sound(code) : unsound('inner-check-digit');
}

/** The check character that GB 32100-2015 gives the first seventeen. */
export function gb32100Check(code: string): string {
  const sum = weightedSum(code, GB32100_WEIGHTS, (character) => GB32100_ALPHABET.indexOf(character));
  return GB32100_ALPHABET[(31 - (sum % 31)) % 31]!;
}

export type Gb11714Problem = 'length' | 'alphabet' | 'check-digit';

/** GB 11714, 组织机构代码: eight characters and a check digit, written without the hyphen. */
export function checkGb11714(code: string): Checked<Gb11714Problem> {
  if (code.length !== 9) return unsound('length');
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return unsound('alphabet');
  return gb11714Check(code) === code[8] ? sound(code) : unsound('check-digit');
}

/** The check digit that GB 11714 gives the first eight characters. */
export function gb11714Check(code: string): string {
  const sum = weightedSum(code, [3, 7, 9, 10, 5, 8, 4, 2], (character) => MOD36_ALPHABET.indexOf(character));
  return '0X987654321'[sum % 11]!;
}

export type Gb11643Problem = 'length' | 'alphabet' | 'date' | 'future-date' | 'check-digit';

/**
 * GB 11643, 公民身份号码. `today` is a day (yyyy-mm-dd). The first six digits are not looked up:
 * a number keeps the code of a county that has since been merged or renamed.
 */
export function checkGb11643(number: string, today: string): Checked<Gb11643Problem> {
  const canonical = number.toUpperCase();
  if (canonical.length !== 18) return unsound('length');
  if (!/^[1-9]\d{16}[\dX]$/.test(canonical)) return unsound('alphabet');
  const born = bornOn(canonical);
  if (!isRealDay(born)) return unsound('date');
  if (born > today) return unsound('future-date');
  const sum = weightedSum(canonical, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], Number);
  return '10X98765432'[sum % 11] === canonical[17] ? sound(canonical) : unsound('check-digit');
}

/** The day of birth (yyyy-mm-dd) written in a number that `checkGb11643` found sound. */
export const bornOn = (number: string): string => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

const MOD36_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check character of ISO/IEC 7064 MOD 37,36 for digits and capital letters. */
export function mod37x36(text: string): string {
  if (!/^[0-9A-Z]+$/.test(text)) throw new RangeError('MOD 37,36 takes digits and capital letters only');
  let product = 36;
  for (const character of text) {
    const sum = (product + MOD36_ALPHABET.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return MOD36_ALPHABET[(37 - product) % 36]!;
}

function weightedSum(code: string, weights: readonly number[], valueOf: (character: string) => number): number {
  return weights.reduce((sum, weight, index) => sum + weight * valueOf(code[index]!), 0);
}

function isRealDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
}
