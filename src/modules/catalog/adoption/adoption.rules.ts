import type { ItemElements, Level } from '../elements.rules';

/** Levels of lists that count under the adoption of a division: those of townships and villages under their county's. */
const LEVELS_OF: Record<'2' | '3' | '4', readonly Level[]> = { '2': ['2'], '3': ['3'], '4': ['4', '5', '6'] };
type Tier = keyof typeof LEVELS_OF;

function tierOf(division: string): Tier | undefined {
  if (/^\d{2}0{10}$/.test(division)) return '2';
  if (/^\d{4}0{8}$/.test(division)) return '3';
  return /^\d{6}0{6}$/.test(division) ? '4' : undefined;
}

/** catalog/C5: regions, prefectures and counties answer; what lies below them does not. */
export const answersForItself = (division: string): boolean => tierOf(division) !== undefined;

/** catalog/C5: its level exercises the item; 7 leaves it to each level. */
export function exercisedBy(division: string, { exerciseLevels }: Pick<ItemElements, 'exerciseLevels'>): boolean {
  const levels = LEVELS_OF[tierOf(division)!];
  return exerciseLevels.includes('7') || exerciseLevels.some((level) => levels.includes(level));
}

/**
 * catalog/C5: the division whose adoption a list stands on: the one of the list's level on the way up from its organ, or the organ's
 * own where there is none of that level (a county-level city that stands directly under the region).
 */
export function adoptingDivision(areaPath: readonly string[], level: Level): string | undefined {
  const answering = areaPath.filter(answersForItself);
  return answering.find((division) => LEVELS_OF[tierOf(division)!].includes(level)) ?? answering[0];
}
