import { withoutIdentifiers } from '../../../kernel/validation/identifiers';

/** What is told in one language. May hold a case number; identity numbers and telephone numbers in it are masked. */
export interface Wording {
  title: string;
  body: string;
}

/** The same message in the languages people read; without Uyghur wording its readers get the Chinese one. */
export interface Words {
  zh: Wording;
  en: Wording;
  ug?: Wording;
}

export type ReadingLanguage = keyof Words;

export const wordsFor = (words: Words, language: ReadingLanguage): Wording => words[language] ?? words.zh;

/** P3: without the identity and mobile numbers that somebody wrote into a reason or a name. */
export function withoutNumbers(words: Words): Words {
  const mask = ({ title, body }: Wording) => ({ title: withoutIdentifiers(title), body: withoutIdentifiers(body) });
  return { zh: mask(words.zh), en: mask(words.en), ...(words.ug && { ug: mask(words.ug) }) };
}
