import type { GuideMaterial, Offer } from '../../implementation/implementation.facade';
import type { BundleContent } from '../content/content.inputs';

/** Which problem of `bundles.errors`. */
export type FindingCode =
  | 'one-department'
  | 'member-twice'
  | 'no-such-member'
  | 'nothing-in-common'
  | 'edge-unknown'
  | 'circle'
  | 'unreachable'
  | 'field-unknown'
  | 'field-twice'
  | 'fields-differ'
  | 'field-uncovered'
  | 'material-unknown'
  | 'material-twice'
  | 'materials-differ'
  | 'material-uncovered'
  | 'flow-unfounded'
  | 'promise-too-short';

/** What a rule found wrong, and where in the content. */
export interface Finding {
  code: FindingCode;
  pointer: string;
  values?: Record<string, string | number>;
}

/** A bundle as the rules look at it: with what its members offer today, by member key. */
export interface BundleDraft {
  content: BundleContent;
  offers: ReadonlyMap<string, Offer>;
}

export type BundleRule = (bundle: BundleDraft) => Finding[];

export type Schema = Record<string, unknown>;

/** A field of a member's form. */
export function fieldOf(offer: Offer | undefined, name: string): Schema | undefined {
  const fields = (offer?.guide.form.properties ?? {}) as Record<string, Schema>;
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

export function materialOf(offer: Offer | undefined, code: string): GuideMaterial | undefined {
  return offer?.guide.materials.find((material) => material.code === code);
}

/** What occurs more than once, each told once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
