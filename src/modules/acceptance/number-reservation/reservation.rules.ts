export const MOST_NUMBERS = 1_000;
/** How long before its day a number may be reserved. */
export const DAYS_AHEAD = 30;

/** acceptance/A1: what a case number is made of. */
export interface NumberParts {
  code: string;
  day: string;
  kind: string;
  serial: number;
}

export const partsOf = (caseNumber: string): NumberParts => ({
  code: caseNumber.slice(0, 31),
  day: caseNumber.slice(31, 39).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3'),
  kind: caseNumber.slice(39, 40),
  serial: Number(caseNumber.slice(40)),
});

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
