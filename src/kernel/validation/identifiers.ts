import { checkGb11643 } from './check-digits';

// As people write them: in full-width digits, in groups with one space, dash or dot between.
const DIGIT = '[0-9０-９]';
const GAP = '[ \\u00a0\\u3000\\t._·－‐-―-]?';
const ALONE = [`(?<![0-9A-Za-z０-９])`, `(?![0-9A-Za-z０-９])`];
// Standing alone: a case number of 48 characters holds digits that look like both.
const IDENTITY_NUMBER = new RegExp(`${ALONE[0]}[1-9１-９](?:${GAP}${DIGIT}){16}${GAP}[0-9０-９XxＸｘ]${ALONE[1]}`, 'g');
const MOBILE_NUMBER = new RegExp(`${ALONE[0]}[1１]${GAP}[3-9３-９](?:${GAP}${DIGIT}){9}${ALONE[1]}`, 'g');

/** P3: hides all but the last four characters of an identity or mobile number that somebody wrote into a text. */
export function withoutIdentifiers(text: string): string {
  return text
    .replace(IDENTITY_NUMBER, (written) => (checkGb11643(plain(written), '9999-12-31').ok ? hide(written) : written))
    .replace(MOBILE_NUMBER, hide);
}

const plain = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/[^0-9Xx]/g, '')
    .toUpperCase();

/** The gaps stay where they are. */
function hide(written: string): string {
  let left = plain(written).length - 4;
  return written.replace(/[0-9０-９XxＸｘ]/g, (character) => (left-- > 0 ? '*' : character));
}
