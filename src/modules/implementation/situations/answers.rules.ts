import type { FieldError } from '../../../kernel/http/problem';
import { type Answer, judge, type Situation } from './situation.rules';

/** What is wrong with answers, each with its place: unknown, twice, too many or none of one choice, or not asked for at all. */
export function answerFaults(situations: readonly Situation[] = [], answers: readonly Answer[], at = '/answers'): FieldError[] {
  const asked = new Map(situations.map((one) => [one.code, one]));
  const { situation: applies } = judge(situations, answers);
  return answers.flatMap(({ situation, options }, index) => {
    const pointer = `${at}/${index}`;
    const one = asked.get(situation);
    if (!one) return [{ pointer: `${pointer}/situation`, code: 'unknown', detail: 'the guide asks no such question' }];
    if (answers.findIndex((other) => other.situation === situation) !== index)
      return [{ pointer: `${pointer}/situation`, code: 'twice', detail: `${situation} is answered already` }];
    if (applies(situation) === 'no')
      return [{ pointer, code: 'not-applicable', detail: `${situation} is not asked after these answers` }];
    return optionFaults(one, options, `${pointer}/options`);
  });
}

function optionFaults({ code, choice, options }: Situation, chosen: readonly string[], pointer: string): FieldError[] {
  const known = new Set(options.map((option) => option.code));
  const faults = chosen.flatMap((option, index): FieldError[] => {
    if (!known.has(option)) return [{ pointer: `${pointer}/${index}`, code: 'unknown', detail: `${code} has no such option` }];
    return chosen.indexOf(option) === index
      ? []
      : [{ pointer: `${pointer}/${index}`, code: 'twice', detail: `${option} stands there already` }];
  });
  return choice === 'single' && chosen.length !== 1
    ? [...faults, { pointer, code: 'one-option', detail: `${code} takes exactly one option` }]
    : faults;
}

/** The questions that are still open: `now` can be answered at once, `perhaps` depends on an open one. */
export function openQuestions(
  situations: readonly Situation[] = [],
  answers: readonly Answer[],
): { now: Situation[]; perhaps: Situation[] } {
  const { situation } = judge(situations, answers);
  const answered = new Set(answers.map((answer) => answer.situation));
  const open = situations.filter(({ code }) => !answered.has(code));
  return {
    now: open.filter(({ code }) => situation(code) === 'yes'),
    perhaps: open.filter(({ code }) => situation(code) === 'open'),
  };
}
