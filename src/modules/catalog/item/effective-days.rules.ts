const DAY = 86_400_000;

export const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

/** catalog/C4: what is scheduled may be replaced: a version comes after the one in force, and before or after what waits for its day. */
export const earliestReplacing = (live: readonly { effectiveFrom: string }[], today: string): string =>
  earliestDay(
    live.filter(({ effectiveFrom }) => effectiveFrom <= today),
    today,
  );

/** catalog/C4: not in the past, and no day on which two versions stand. */
export function earliestDay(live: readonly { effectiveFrom: string }[], today: string): string {
  const after = live.map(({ effectiveFrom }) => nextDay(effectiveFrom));
  return [today, ...after].sort().at(-1)!;
}
