import type { Guide, GuideMaterial } from '../guide.rules';
import { type Answer, type Judgement, judge, type When } from './situation.rules';

/** Fields of the form that are asked for in some situations only, and those of them that must then be filled in. */
export interface FormPart {
  fields: string[];
  required?: string[];
  appliesWhen: When[];
}

/**
 * The guide as it stands for these answers: what does not apply is not in it. What still depends on an open question stays, and is
 * not yet demanded. A case is judged by this, and the resolution tells the same of every line.
 */
export function appliedGuide(guide: Guide, answers: readonly Answer[]): Guide {
  if (!guide.situations?.length) return guide;
  const { part } = judge(guide.situations, answers);
  const kept = <T extends { appliesWhen?: When[] }>(parts: readonly T[]): T[] =>
    parts.filter(({ appliesWhen }) => part(appliesWhen) !== 'no');
  return {
    ...guide,
    materials: kept(guide.materials).map((material) => demanded(material, part)),
    ...(guide.conditions && { conditions: kept(guide.conditions) }),
    form: appliedForm(guide, part),
    fees: kept(guide.fees),
    reviewPoints: kept(guide.reviewPoints),
    specialProcedures: kept(guide.specialProcedures),
  };
}

/** implementation/I6: a conditional material whose situation is given is needed; without situations its words are judged by people. */
export function demanded(material: GuideMaterial, part: Judgement['part']): GuideMaterial {
  const { necessity, appliesWhen } = material;
  return necessity === 'conditional' && appliesWhen && part(appliesWhen) === 'yes'
    ? { ...material, necessity: 'required' }
    : material;
}

export function appliedForm(
  { form, formParts = [] }: Pick<Guide, 'form' | 'formParts'>,
  part: Judgement['part'],
): Record<string, unknown> {
  if (!formParts.length) return form;
  const excluded = new Set(formParts.flatMap(({ fields, appliesWhen }) => (part(appliesWhen) === 'no' ? fields : [])));
  const added = formParts.flatMap(({ required = [], appliesWhen }) => (part(appliesWhen) === 'yes' ? required : []));
  const properties = Object.entries(form.properties ?? {}).filter(([name]) => !excluded.has(name));
  return {
    ...form,
    properties: Object.fromEntries(properties),
    required: [...((form.required ?? []) as string[]), ...added],
  };
}

/** An offer whose guide is the applied one. */
export const appliedOffer = <T extends { guide: Guide }>(offer: T, answers: readonly Answer[]): T => ({
  ...offer,
  guide: appliedGuide(offer.guide, answers),
});
