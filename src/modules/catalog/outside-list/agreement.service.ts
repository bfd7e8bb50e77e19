import { Injectable } from '@nestjs/common';
import { refuse } from '../catalog.errors';
import { Differences } from './difference.store';

/** catalog/C8: what is published agrees with the outside lists, or says on record why not. */
@Injectable()
export class Agreement {
  constructor(private readonly differences: Differences) {}

  async mustHold(basicCodes: string[]): Promise<void> {
    const open = await this.differences.openOf(basicCodes);
    if (!open.length) return;
    const errors = open.map(({ id, kind, basicCode, element, ours, theirs }) => ({
      pointer: `/${basicCode}/${element}`,
      code: 'catalog.difference-unresolved',
      detail: `${kind} ${id}: ${ours ?? '-'} / ${theirs ?? '-'}`.slice(0, 500),
    }));
    throw refuse('difference-unresolved', { values: { count: open.length }, errors });
  }
}
