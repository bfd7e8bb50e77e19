import { context } from '../../../kernel/http/context';
import { type FieldError, fill, type Refusal } from '../../../kernel/http/problem';
import type { Guide } from '../../implementation/implementation.facade';
import { refuse } from '../acceptance.errors';
import type { Material } from './material.entity';
import type { MaterialInput } from './material.inputs';

export const materialKinds = ['statement', 'certificate-reference', 'commitment', 'file', 'deferred'] as const;
export type MaterialKind = (typeof materialKinds)[number];

type Fields = Exclude<keyof MaterialInput, 'code' | 'kind'>;
const NEEDS: Record<MaterialKind, Fields[]> = {
  statement: ['text'],
  commitment: ['text', 'textVersion'],
  'certificate-reference': [],
  file: ['name', 'uploadId'],
  deferred: ['textVersion'],
};

const FIELDS: Fields[] = [...new Set([...Object.values(NEEDS).flat(), 'confirmed' as const])];

/** What a material lacks, or has although it is of another kind; a file's name is no path. */
export function misshapen(given: MaterialInput, at: string): FieldError[] {
  const { kind, name } = given;
  const takes = kind === 'certificate-reference' ? ['confirmed'] : NEEDS[kind];
  const fault = (field: Fields, code: string, detail: string) => ({ pointer: `${at}/${field}`, code, detail });
  return [
    ...NEEDS[kind]
      .filter((field) => given[field] === undefined)
      .map((field) => fault(field, 'missing', `needed for a material of kind ${kind}`)),
    ...FIELDS.filter((field) => given[field] !== undefined && !takes.includes(field)).map((field) =>
      fault(field, 'unknown', `a material of kind ${kind} has no such field`),
    ),
    ...(name !== undefined && /[/\\]|^\.+$/.test(name) ? [fault('name', 'name', 'the name of a file without its path')] : []),
  ];
}

/** acceptance/A4: what the guide does not name: the material, or a kind that stands in for paper where it does not allow it. */
export function beyondTheGuide(guide: Guide, { code, kind }: Pick<MaterialInput, 'code' | 'kind'>): string | undefined {
  const material = guide.materials.find((one) => one.code === code);
  if (!material) return code;
  const { certificateType, commitment } = material.replaceableBy;
  const allowed = {
    ...{ 'certificate-reference': certificateType !== undefined, commitment: commitment === true },
    deferred: material.necessity === 'deferrable',
  };
  return allowed[kind as keyof typeof allowed] === false ? `${code}: ${kind}` : undefined;
}

export interface MaterialFault {
  pointer: string;
  refusal:
    | 'beyond-the-guide'
    | 'no-such-upload'
    | 'upload-taken'
    | 'file-mismatch'
    | 'certificate-not-held'
    | 'certificate-not-confirmed'
    | 'commitment-text-not-current';
  what: string;
}

/** All that is wrong at once: refused for the first, with a line for each. */
export function refuseMaterials(faults: readonly MaterialFault[]): Refusal {
  const [{ refusal: first }] = faults as [MaterialFault];
  const what = [...new Set(faults.flatMap(({ refusal, what: name }) => (refusal === first ? [name] : [])))].join(', ');
  const errors = faults.map(({ pointer, refusal, what: name }) => {
    const { type } = refuse(refusal);
    return { pointer, code: type.code, detail: fill(type[context().language], { what: name }) };
  });
  return refuse(first, { values: { what }, errors });
}

/** Of each code what was handed in last. */
export function current(materials: readonly Material[]): Material[] {
  const last = new Map<string, number>();
  for (const { code, seq } of materials) last.set(code, Math.max(seq, last.get(code) ?? 0));
  return materials.filter(({ code, seq }) => last.get(code) === seq);
}

/** Materials that nobody handed in; conditional ones are judged by people, and of deferrable ones a promise will do (A9). */
export function missing(guide: Guide, materials: readonly Pick<Material, 'code'>[]): string[] {
  const given = new Set(materials.map(({ code }) => code));
  return guide.materials.filter(({ code, necessity }) => necessity !== 'conditional' && !given.has(code)).map(({ code }) => code);
}

/** acceptance/A18: 收件即受理, when nothing required is missing. */
export const acceptedOnReceipt = (guide: Guide, materials: readonly Pick<Material, 'code'>[]): boolean =>
  guide.acceptedOnReceipt && missing(guide, materials).length === 0;
