import { isDeepStrictEqual } from 'node:util';
import type { Guide } from '../../implementation/implementation.facade';
import { missing } from '../material/material.rules';

export const CHANGES = ['limits', 'materials', 'steps', 'form'] as const;
export type Change = (typeof CHANGES)[number];

const OF: Record<Change, (guide: Guide) => unknown> = {
  limits: ({ statutoryLimit, promisedLimit }) => [daysOf(statutoryLimit), daysOf(promisedLimit)],
  materials: ({ materials }) => materials.map(({ code, necessity }) => [code, necessity]),
  steps: ({ steps }) => steps.map(({ code, name }) => [code, name]),
  form: ({ form }) => form,
};

const daysOf = ({ days, unit }: Guide['promisedLimit']) => [days, unit];

/** What is other in one version than in another, of what a case goes by. */
export const changesBetween = (from: Guide, to: Guide): Change[] =>
  CHANGES.filter((change) => !isDeepStrictEqual(OF[change](from), OF[change](to)));

/** What has been given so far: codes of materials, and the form. */
export interface Given {
  materials: readonly { code: string }[];
  form: Record<string, unknown>;
}

export interface AskedAnew {
  materialCodes: string[];
  formFields: string[];
}

/**
 * implementation/I9: what the new law asks for and the old one did not. Whatever was handed in counts, and what was wanting already
 * is the matter of the one-time notice (acceptance/A3).
 */
export function askedAnew(before: Guide, after: Guide, { materials, form }: Given): AskedAnew {
  const wanting = new Set(missing(before, materials));
  const asked = new Set(requiredOf(before));
  return {
    materialCodes: missing(after, materials).filter((code) => !wanting.has(code)),
    formFields: requiredOf(after).filter((field) => !asked.has(field) && !(field in form)),
  };
}

const requiredOf = ({ form }: Guide): string[] => (form.required ?? []) as string[];

export const asksNothing = ({ materialCodes, formFields }: AskedAnew): boolean => materialCodes.length + formFields.length === 0;

/** Required before, and not any more. */
export function noLongerAsked(before: Guide, after: Guide): string[] {
  const asked = new Set(missing(after, []));
  return missing(before, []).filter((code) => !asked.has(code));
}
