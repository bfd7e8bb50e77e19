import { plain } from '../../../kernel/validation/plain';
import { refuse } from '../catalog.errors';
import { mustBelong } from '../codes-in-use.rules';
import type { ItemElements } from '../elements.rules';

/** The elements with what the basic code says; lists say each thing once (catalog/C1). */
export function elementsFor(basicCode: string, input: Omit<ItemElements, 'basicCode' | 'itemType'>): ItemElements {
  const { type } = mustBelong(basicCode);
  const { exerciseLevels, audiences, materials } = input;
  const graded = exerciseLevels.includes('7') && exerciseLevels.length > 1;
  if (graded || hasTwice(exerciseLevels) || hasTwice(audiences)) throw refuse('levels-inconsistent');
  if (hasTwice(materials.map(({ code }) => code))) throw refuse('material-code-twice');
  return { ...plain(input), basicCode, itemType: type };
}

const hasTwice = (values: readonly string[]): boolean => new Set(values).size < values.length;
