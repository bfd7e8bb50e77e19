import { checkGb11643 } from './check-digits';

// Standing alone: a case number of 48 characters holds digits that look like both.
const IDENTITY_NUMBER = /(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g;
const MOBILE_NUMBER = /(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])/g;

/** P3: hides all but the last four characters of an identity or mobile number that somebody wrote into a text. */
export function withoutIdentifiers(text: string): string {
  const hide = (number: string) => '*'.repeat(number.length - 4) + number.slice(-4);
  return text
    .replace(IDENTITY_NUMBER, (number) => (checkGb11643(number, '9999-12-31').ok ? hide(number) : number))
    .replace(MOBILE_NUMBER, hide);
}
