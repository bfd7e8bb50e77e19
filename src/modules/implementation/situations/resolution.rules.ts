import type { Language } from '../../../kernel/http/context';
import type { Guide, Offer } from '../guide.rules';
import { openQuestions } from './answers.rules';
import { appliedForm, demanded } from './applied-guide.rules';
import { type Because, explain, inWords } from './because.rules';
import { type Answer, type Applies, judge, type When } from './situation.rules';

export type Line<T> = T & Because & { applies: Applies; basis: string[] };

/** implementation/I6: what a guide asks for after these answers, every line with its reason and its legal basis. */
export function resolve(
  { versionId, versionNumber, variantCode, digest, guide }: Offer,
  answers: readonly Answer[],
  language: Language,
) {
  const { situations = [] } = guide;
  const judged = judge(situations, answers);
  const why = (clauses?: When[]) => explain({ situations, answers, judged, language }, clauses);
  const line = <T extends { appliesWhen?: When[] }>(
    { appliesWhen, ...part }: T,
    basis: string[],
  ): Line<Omit<T, 'appliesWhen'>> => ({
    ...part,
    applies: judged.part(appliesWhen),
    ...why(appliesWhen),
    basis,
  });
  const { now, perhaps } = openQuestions(situations, answers);
  const asked = [
    ...now.map((one) => ({ one, asked: 'now' as const })),
    ...perhaps.map((one) => ({ one, asked: 'perhaps' as const })),
  ];
  const law = guide.legalBasis;
  const conditions = guide.conditions ?? [{ code: 'ALL', text: guide.acceptanceConditions }];
  return {
    ...{ versionId, versionNumber, variantCode, digest, name: guide.name },
    complete: asked.length === 0,
    questions: asked.map(({ one: { appliesWhen, ...question }, asked }) => ({ ...question, asked, ...why(appliesWhen) })),
    materials: guide.materials.map((material) => ({
      ...line(demanded(material, judged.part), [material.legalBasis]),
      // Without a situation its condition is words, and people judge them.
      ...(material.necessity === 'conditional' && !material.appliesWhen && inWords(material.condition ?? '', language)),
    })),
    conditions: conditions.map((condition) => line(condition, law)),
    fields: fieldLines(guide, (part) => line(part, law)),
    form: appliedForm(guide, judged.part),
    fees: guide.fees.map((fee) => line(fee, [fee.basis])),
    reviewPoints: guide.reviewPoints.map((point) => line(point, law)),
    specialProcedures: guide.specialProcedures.map((procedure) => line(procedure, procedure.article ? [procedure.article] : law)),
    statutoryLimit: guide.statutoryLimit,
    promisedLimit: guide.promisedLimit,
  };
}

/** Each field of the form: those under no situation always, the others with theirs. */
function fieldLines<T>(
  { form, formParts = [] }: Guide,
  line: (part: { field: string; required: boolean; appliesWhen?: When[] }) => T,
): T[] {
  const parts = new Map(formParts.flatMap((part) => part.fields.map((field) => [field, part] as const)));
  const required = (form.required ?? []) as string[];
  return Object.keys(form.properties ?? {}).map((field) => {
    const part = parts.get(field);
    const needed = part ? (part.required ?? []).includes(field) : required.includes(field);
    return line({ field, required: needed, ...(part && { appliesWhen: part.appliesWhen }) });
  });
}
