import { CatalogFacade } from '../../modules/catalog/catalog.facade';
import { regionalItems } from '../catalogue';
import { idOf, named, type Section } from '../house';
import { elementsOf } from '../items/item-row';
import { asStaff } from '../people';
import { says } from './says';

/** An item that is offered until somebody withdraws it. */
export const WITHDRAWABLE = '652014901W06';

const item = (basicCode: string) => elementsOf({ ...regionalItems.at(-1)!, basicCode, name: '演示服务事项' });
const hands = () => ({
  editor: asStaff('catalogue-editor'),
  reviewer: asStaff('joint-reviewer'),
  publisher: asStaff('service-administrator'),
});

/** Items of the region's own on their way to publication. */
export const catalogueRecords: Section = {
  ...{ says, mark: { kind: 'catalog.item', id: idOf('item', WITHDRAWABLE) } },
  make: async (house) => {
    const catalog = house.get(CatalogFacade);
    for (const [code, state] of [
      ['652014901W02', 'draft'],
      ['652014901W03', 'draft'],
      ['652014901W04', 'submitted'],
      ['652014901W05', 'reviewed'],
    ] as const)
      await named('item', code, () => catalog.bringTo(state, hands(), item(code)));
    await named('item', WITHDRAWABLE, () => catalog.bringOut(hands(), item(WITHDRAWABLE)));
  },
};
