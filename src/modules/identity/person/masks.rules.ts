/** 张*, 李*敏: the first character, and the last of three or more (P3). */
export function maskName(name: string): string {
  const letters = [...name];
  if (letters.length <= 1) return '*';
  if (letters.length === 2) return `${letters[0]}*`;
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
}

/** All but the last four characters (P3). */
export const maskIdentifier = (identifier: string): string =>
  '*'.repeat(Math.max(0, identifier.length - 4)) + identifier.slice(-4);
