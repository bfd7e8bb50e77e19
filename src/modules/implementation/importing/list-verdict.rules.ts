import { isDeepStrictEqual } from 'node:util';
import { guideOf } from '../content/guide-of.rules';
import type { OrganizationCard } from '../../directory/directory.facade';
import type { Implementation, Taking } from '../list/implementation.entity';
import { refuse } from '../implementation.errors';
import type { ListRowKey } from './list-row.inputs';

/** The same list again is no new version: what would be published is what is published. */
export function isSame(list: Implementation, taking: Taking, organization: OrganizationCard): boolean {
  if (list.state !== 'published' || list.itemVersionId !== taking.itemVersionId) return false;
  return isDeepStrictEqual(guideOf(list, list.content, organization), taking.guide);
}

type Operation = ListRowKey['cd_operation'];

/** implementation/I12: what I, U and D ask for, where the list is known (and not withdrawn) or not. */
export function mustFit(operation: Operation, known: boolean, same: boolean, code: string): void {
  if (operation === 'I' && known && !same) throw refuse('list-exists', { values: { code } });
  if ((operation === 'U' || operation === 'D') && !known) throw refuse('no-such-list', { values: { code } });
}
