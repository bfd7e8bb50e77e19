import {
  type Checked,
  type Gb11643Problem,
  type Gb32100Problem,
  checkGb11643,
  checkGb32100,
  sound,
  unsound,
} from '../../kernel/validation/check-digits';

/** 统一社会信用代码 of an organization: GB 32100-2015 outside, GB 11714 inside. */
export const checkUscc = (code: string): Checked<Gb32100Problem> => checkGb32100(code);

/** 公民身份号码 (GB 11643): a real day of birth, not after `today`, and the check digit. */
export const checkIdNumber = (number: string, today: string): Checked<Gb11643Problem> => checkGb11643(number, today);

/** 1 region or province, 2 prefecture, 3 county, 4 township or sub-district, 5 village or community. */
export type DivisionLevel = 1 | 2 | 3 | 4 | 5;

export type DivisionCodeProblem = 'length' | 'alphabet' | 'gap' | 'pseudo';

export interface DivisionPlace {
  code: string;
  level: DivisionLevel;
  /** Codes of the upper levels, nearest first. */
  ancestors: string[];
}

/** Reads the level and the code parents (GB/T 2260 and the twelve digits of the statistics bureau) from the code alone. */
export function checkDivisionCode(code: string): Checked<DivisionCodeProblem, DivisionPlace> {
  if (code.length !== 12) return unsound('length');
  if (!/^[1-9]\d{11}$/.test(code)) return unsound('alphabet');
  const [prefecture, county, town, village] = [code.slice(2, 4), code.slice(4, 6), code.slice(6, 9), code.slice(9)];
  const parts = [prefecture, county, town, village].map((part) => Number(part) > 0);
  const depth = parts.lastIndexOf(true) + 1;
  if (parts.slice(0, depth).includes(false)) return unsound('gap');
  // 90 in digits 3-4 marks counties directly under the region (自治区直辖县级市); no such prefecture exists.
  const direct = prefecture === '90';
  if (direct && depth === 1) return unsound('pseudo');
  const ancestors = LENGTHS.slice(0, depth).map((length) => code.slice(0, length).padEnd(12, '0'));
  if (direct) ancestors.splice(1, 1);
  return sound({ code, level: (depth + 1) as DivisionLevel, ancestors: ancestors.reverse() });
}

const LENGTHS = [2, 4, 6, 9];

export function divisionLevel(code: string): DivisionLevel {
  return placeOf(code).level;
}

/** Upper levels by code, nearest first. The administrative superior is another relation (directory/D1). */
export function divisionAncestors(code: string): string[] {
  return placeOf(code).ancestors;
}

export function divisionParent(code: string): string | null {
  return placeOf(code).ancestors[0] ?? null;
}

/** Whether a division is the other one or lies in it by code. */
export function isWithinDivision(code: string, upper: string): boolean {
  return code === upper || divisionAncestors(code).includes(upper);
}

function placeOf(code: string): DivisionPlace {
  const checked = checkDivisionCode(code);
  if (!checked.ok) throw new RangeError(`not a division code: ${code} (${checked.reason})`);
  return checked.value;
}
