import { type Checked, type Gb32100Problem, checkGb32100, mod37x36, sound, unsound } from '../../kernel/validation/check-digits';

/** Object identifier of e-licences (电子证照标识, GB/T 36904-2018). */
export const LICENCE_ROOT = '1.2.156.3005.2';

export interface LicenceIdentifier {
  /** 证照类型代码, 21 characters. */
  type: string;
  /** 颁发机构: unified social credit code, or a division code of 6 or 12 digits. */
  issuer: string;
  /** 流水号: digits and capital letters. */
  serial: string;
  /** 1 to 999, grows on each change. */
  version: number;
}

/** The whole identifier with its check character (ISO/IEC 7064 MOD 37,36 over the parts without root and dots). */
export function licenceIdentifier({ type, issuer, serial, version }: LicenceIdentifier): string {
  const parts = [type, issuer, serial, String(version).padStart(3, '0')];
  const identifier = [LICENCE_ROOT, ...parts, mod37x36(parts.join(''))].join('.');
  const checked = checkLicenceIdentifier(identifier);
  if (!checked.ok) throw new RangeError(`not a licence identifier: ${identifier} (${checked.reason})`);
  return identifier;
}

export type LicenceIdentifierProblem = 'root' | 'parts' | 'type' | 'issuer' | 'serial' | 'version' | 'check-digit';

/** licences/L1: reads an identifier; the first thing wrong with it is the reason. */
export function checkLicenceIdentifier(identifier: string): Checked<LicenceIdentifierProblem, LicenceIdentifier> {
  if (!identifier.startsWith(`${LICENCE_ROOT}.`)) return unsound('root');
  const parts = identifier.slice(LICENCE_ROOT.length + 1).split('.');
  const [type, issuer, serial, version, check] = parts;
  if (parts.length !== 5 || !type || !issuer || !serial || !version || !check) return unsound('parts');
  if (!checkLicenceTypeCode(type).ok) return unsound('type');
  if (!isIssuer(issuer)) return unsound('issuer');
  if (!/^[0-9A-Z]{1,32}$/.test(serial)) return unsound('serial');
  if (!/^\d{3}$/.test(version) || version === '000') return unsound('version');
  if (mod37x36(type + issuer + serial + version) !== check) return unsound('check-digit');
  return sound({ type, issuer, serial, version: Number(version) });
}

const isIssuer = (issuer: string): boolean => /^[1-9]\d{5}(\d{6})?$/.test(issuer) || checkGb32100(issuer).ok;

/** The identifier after a change of the licence: same licence, next version. */
export function nextVersion(identifier: string): string {
  const checked = checkLicenceIdentifier(identifier);
  if (!checked.ok) throw new RangeError(`not a licence identifier: ${identifier} (${checked.reason})`);
  return licenceIdentifier({ ...checked.value, version: checked.value.version + 1 });
}

export interface LicenceTypeCode {
  /** The organ that defined the type. */
  definedBy: string;
  number: number;
}

export type LicenceTypeCodeProblem = 'length' | 'number' | `organization-${Gb32100Problem}`;

/** 证照类型代码 (GB/T 36904-2018): unified social credit code of the defining organ and three digits from 001. */
export function checkLicenceTypeCode(code: string): Checked<LicenceTypeCodeProblem, LicenceTypeCode> {
  if (code.length !== 21) return unsound('length');
  const organization = checkGb32100(code.slice(0, 18));
  if (!organization.ok) return unsound(`organization-${organization.reason}`);
  const number = code.slice(18);
  if (!/^\d{3}$/.test(number) || number === '000') return unsound('number');
  return sound({ definedBy: organization.value, number: Number(number) });
}

export function licenceTypeCode(definedBy: string, number: number): string {
  const code = definedBy + String(number).padStart(3, '0');
  const checked = checkLicenceTypeCode(code);
  if (!checked.ok) throw new RangeError(`not a licence type code: ${code} (${checked.reason})`);
  return code;
}
