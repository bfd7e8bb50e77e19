const AS_STORED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,2}[1-9])?\+00:00$/;

/** So many hours later. */
export const hoursAfter = (instant: string, hours: number): string =>
  storedInstant(new Date(Date.parse(instant) + hours * 3_600_000).toISOString());

/** An instant as PostgreSQL writes it, without zeros at the end of the second: what is digested is what is stored. */
export function storedInstant(text: string): string {
  if (AS_STORED.test(text)) return text;
  return new Date(text).toISOString().replace(/(?:\.000|(\.\d*[1-9])0*)Z$/, '$1+00:00');
}
