import type { Holder } from '../../identity/identity.facade';

/** How an applicant is shown on work lists: an organization by name, a person as 张* or 李*敏 (P3). */
export function shown({ name, identifierKind }: Holder): string {
  if (identifierKind === '001') return name;
  const letters = [...name];
  if (letters.length < 2) return '*';
  return letters.length === 2 ? `${letters[0]}*` : `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
}
