import type { Language } from '../../../kernel/http/context';
import type { Answer, Judgement, Situation, When } from './situation.rules';

/** Why something applies or not: in a sentence, and the questions that decided or would decide it. */
export interface Because {
  because: string;
  decidedBy: string[];
}

const WORDS = {
  en: {
    always: 'Always applies.',
    yes: 'Applies, because the answer to “{question}” is “{answer}”.',
    no: 'Does not apply, because the answer to “{question}” is “{answer}”.',
    unasked: 'Does not apply, because “{question}” is not asked after these answers.',
    open: 'Depends on the answer to “{question}”.',
    none: 'none of them',
  },
  zh: {
    always: '一律适用。',
    yes: '适用：“{question}”的回答为“{answer}”。',
    no: '不适用：“{question}”的回答为“{answer}”。',
    unasked: '不适用：按所选情形无须回答“{question}”。',
    open: '取决于“{question}”的回答。',
    none: '均不属于',
  },
};

export function explain(
  {
    situations,
    answers,
    judged,
    language,
  }: { situations: readonly Situation[]; answers: readonly Answer[]; judged: Judgement; language: Language },
  clauses: readonly When[] = [],
): Because {
  const words = WORDS[language];
  if (!clauses.length) return { because: words.always, decidedBy: [] };
  const applies = judged.part(clauses);
  const deciding = [...new Set(clauses.filter((clause) => judged.clause(clause) === applies).map(({ situation }) => situation))];
  const sentences = deciding.map((code) => {
    const { question, options } = situations.find((one) => one.code === code) ?? { question: code, options: [] };
    const chosen = answers.find(({ situation }) => situation === code)?.options;
    const names = options.filter((option) => chosen?.includes(option.code)).map(({ name }) => name);
    const unasked = applies === 'no' && judged.situation(code) === 'no';
    const answer = names.length ? names.join('、') : words.none;
    return words[unasked ? 'unasked' : applies].replace(/\{(question|answer)\}/g, (_, what) =>
      what === 'question' ? question : answer,
    );
  });
  return { because: sentences.join(language === 'zh' ? '' : ' '), decidedBy: deciding };
}

/** A condition that no question decides. */
export const inWords = (condition: string, language: Language) => ({
  applies: 'open' as const,
  because: language === 'zh' ? `由受理人员判断，适用情形：${condition}` : `Judged by the clerk, in this situation: ${condition}`,
});
