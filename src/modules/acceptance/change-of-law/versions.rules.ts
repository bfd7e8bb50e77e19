import type { FieldError } from '../../../kernel/http/problem';
import type { VersionCard } from '../../implementation/implementation.facade';
import type { OrderContent } from './order.entity';

type Named = Pick<OrderContent, 'basicCode' | 'divisionCode' | 'versionIds'>;
type Fault = 'order-version-unknown' | 'order-version-elsewhere' | 'order-list-twice' | 'order-version-not-in-force' | undefined;

/** The first fault of the versions that an order names, with every version that has it. */
export function versionFaults({ basicCode, divisionCode, versionIds }: Named, cards: VersionCard[]): [Fault, FieldError[]] {
  const known = new Map(cards.map((card) => [card.id, card]));
  const lists = versionIds.map((id) => known.get(id)?.variantCode ?? id);
  const faults: [Exclude<Fault, undefined>, (card: VersionCard | undefined, index: number) => boolean][] = [
    ['order-version-unknown', (card) => !card],
    ['order-version-elsewhere', (card) => card!.basicCode !== basicCode || !card!.areaPath.includes(divisionCode)],
    ['order-list-twice', (_, index) => lists.indexOf(lists[index]!) !== index],
    ['order-version-not-in-force', (card) => !card!.inForce],
  ];
  for (const [code, wrong] of faults) {
    const errors = versionIds.flatMap((id, index) =>
      wrong(known.get(id), index) ? [{ pointer: `/versionIds/${index}`, code: `acceptance.${code}`, detail: id }] : [],
    );
    if (errors.length) return [code, errors];
  }
  return [undefined, []];
}
