import { createHash } from 'node:crypto';
import type { FieldError } from '../../../kernel/http/problem';
import type { Guide, GuideMaterial } from '../../implementation/implementation.facade';
import { refuse } from '../acceptance.errors';
import type { Material } from './material.entity';
import type { MaterialInput } from './material.inputs';

export const materialKinds = ['statement', 'certificate-reference', 'commitment', 'file'] as const;
export type MaterialKind = (typeof materialKinds)[number];

const NEEDS: Record<MaterialKind, (keyof MaterialInput)[]> = {
  statement: ['text'],
  commitment: ['text', 'textVersion'],
  'certificate-reference': [],
  file: ['name', 'mediaType', 'size', 'sha256', 'content'],
};

/** What a material of its kind lacks. */
export function incomplete(given: MaterialInput, at: string): FieldError[] {
  return NEEDS[given.kind]
    .filter((field) => given[field] === undefined)
    .map((field) => ({ pointer: `${at}/${field}`, code: 'missing', detail: `needed for a material of kind ${given.kind}` }));
}

/** acceptance/A4: the guide's own material, or a refusal; a kind that stands in for paper only where the guide allows it. */
export function namedInGuide(guide: Guide, { code, kind }: Pick<MaterialInput, 'code' | 'kind'>): GuideMaterial {
  const material = guide.materials.find((one) => one.code === code);
  if (!material) throw refuse('beyond-the-guide', { values: { what: code } });
  const { certificateType, commitment } = material.replaceableBy;
  const allowed = { 'certificate-reference': certificateType !== undefined, commitment: commitment === true };
  if (allowed[kind as keyof typeof allowed] === false) throw refuse('beyond-the-guide', { values: { what: `${code}: ${kind}` } });
  return material;
}

const MAGIC: Record<string, string> = { 'application/pdf': '25504446', 'image/png': '89504e47', 'image/jpeg': 'ffd8ff' };

/** acceptance/A8: a file is what it says: type by its first bytes, size, hash. */
export function mustBeItself({ mediaType, size, sha256, content }: MaterialInput): void {
  const bytes = Buffer.from(content!, 'base64');
  const sniffed = bytes.subarray(0, 4).toString('hex').startsWith(MAGIC[mediaType!]!);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (!sniffed || bytes.length !== size || hash !== sha256) throw refuse('file-mismatch');
}

/** Of each code what was handed in last. */
export function current(materials: readonly Material[]): Material[] {
  const last = new Map<string, number>();
  for (const { code, seq } of materials) last.set(code, Math.max(seq, last.get(code) ?? 0));
  return materials.filter(({ code, seq }) => last.get(code) === seq);
}

/** Required materials that nobody handed in; conditional ones are judged by people, deferrable ones may follow (A9). */
export function missing(guide: Guide, materials: readonly Pick<Material, 'code'>[]): string[] {
  const given = new Set(materials.map(({ code }) => code));
  return guide.materials.filter(({ code, necessity }) => necessity === 'required' && !given.has(code)).map(({ code }) => code);
}

/** acceptance/A18: 收件即受理, when nothing required is missing. */
export const acceptedOnReceipt = (guide: Guide, materials: readonly Pick<Material, 'code'>[]): boolean =>
  guide.acceptedOnReceipt && missing(guide, materials).length === 0;
