import { digest } from '../../../kernel/history/history';
import { mustBeShort, unreadable } from '../../../kernel/jobs/row-problems';
import type { Opened } from '../../../kernel/jobs/row-runs';
import { faults } from '../../../kernel/validation/input.pipe';
import { refuse } from '../catalog.errors';
import { mustBelong } from '../codes-in-use.rules';
import type { ItemElements } from '../elements.rules';
import { elementsFor } from '../item/elements-for.rules';
import { ItemRowInput } from './item-import.inputs';
import { readItemRow } from './item-row.rules';

/** A sound row about a national item; one that withdraws it has no elements. */
export interface OpenedItem extends Opened {
  elements?: ItemElements;
}

/** catalog/C2: what is wrong with a row by itself is told at once, with every field. */
export function openItemRow(value: Record<string, unknown>): OpenedItem {
  mustBeShort('catalog/C2', { '': value });
  if (value.cd_operation === 'D') {
    const about = mustBeNational(String(value.catalog_code));
    return { about, digest: digest({ withdrawn: about }) };
  }
  const { instance, errors } = faults(ItemRowInput, value);
  if (errors.length) throw unreadable('catalog/C2', errors);
  const row = instance as ItemRowInput;
  const read = readItemRow(row);
  if (!read.elements) throw unreadable('catalog/C2', read.faults);
  return openItem(elementsFor(row.catalog_code, read.elements));
}

export const openItem = (elements: ItemElements): OpenedItem => ({
  about: mustBeNational(elements.basicCode),
  ...{ digest: digest(elements), elements },
});

function mustBeNational(code: string): string {
  if (!mustBelong(code).national) throw refuse('regional-item');
  return code;
}
