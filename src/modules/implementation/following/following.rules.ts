import { isDeepStrictEqual } from 'node:util';
import { plain } from '../../../kernel/validation/plain';
import type { Material, PublishedItem } from '../../catalog/catalog.facade';
import type { GuideContent } from '../content/content.inputs';
import { laidDown } from '../content/guide-of.rules';

/**
 * implementation/I1: the content with what the catalogue has changed between two versions taken over. What the list had as the catalogue
 * laid it down follows; what it has of its own (a shorter promise, windows, what may replace a material) stays; a material that the list
 * left out stays out, one that is new comes in.
 */
export function follow(content: GuideContent, before: PublishedItem, after: PublishedItem): GuideContent {
  const [was, is] = [laidDown(before.elements, before.name), laidDown(after.elements, after.name)];
  const followed = Object.fromEntries(
    Object.entries({ ...is, ...content }).map(([key, own]) => {
      const name = key as keyof GuideContent;
      return [key, isDeepStrictEqual(own, was[name]) ? is[name] : own];
    }),
  ) as GuideContent;
  const result = content.result && is.result && { ...content.result, ...changed(was.result!, is.result) };
  const materials = content.materials && followMaterials(content.materials, before.elements.materials, after.elements.materials);
  return plain({ ...followed, ...(result && { result }), ...(materials && { materials }) });
}

function followMaterials(own: Material[], before: Material[], after: Material[]): Material[] {
  const find = (among: Material[], code: string) => among.find((material) => material.code === code);
  return after.flatMap((material) => {
    const [was, mine] = [find(before, material.code), find(own, material.code)];
    if (!was) return [material];
    return mine ? [{ ...mine, ...changed(was, material) }] : [];
  });
}

/** What is different now; what is no longer there is undefined. */
function changed<T extends object>(was: T, is: T): Partial<T> {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])] as (keyof T)[];
  return Object.fromEntries(
    keys.filter((key) => !isDeepStrictEqual(was[key], is[key])).map((key) => [key, is[key]]),
  ) as Partial<T>;
}
