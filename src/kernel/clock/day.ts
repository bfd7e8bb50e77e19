const HOUR = 3_600_000;

/** The day in the region (Asia/Shanghai, +08:00 without summer time since 1991) at an instant. */
export const shanghaiDay = (instant: string): string => new Date(Date.parse(instant) + 8 * HOUR).toISOString().slice(0, 10);

export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * HOUR).toISOString().slice(0, 10);
