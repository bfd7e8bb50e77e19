import { CatalogFacade, demoOutsideDocument, demoProposal } from '../../modules/catalog/catalog.facade';
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
      ['652014901W05', 'cleared'],
      ['652014901W07', 'reviewed'],
    ] as const)
      await named('item', code, () => catalog.bringTo(state, hands(), item(code)));
    await named('item', WITHDRAWABLE, () => catalog.bringOut(hands(), item(WITHDRAWABLE)));
  },
};

/** A list kept elsewhere, an item listed for handling on commitment, and one that waits for it. */
export const standingRecords: Section = {
  ...{ says, mark: { kind: 'catalog.commitment-listing', id: idOf('commitment', 'to-revoke') } },
  make: async (house) => {
    const catalog = house.get(CatalogFacade);
    const { editor, publisher } = hands();
    await named('outside-list', 'market-access', () => catalog.importOutsideList(publisher, demoOutsideDocument));
    const waiting = { ...demoProposal, basicCode: '000118017000' };
    await named('commitment', 'to-publish', () => catalog.listForCommitment({ editor }, waiting));
    const listed = { ...demoProposal, basicCode: '000118040000' };
    await named('commitment', 'to-revoke', () => catalog.listForCommitment({ editor, publisher }, listed));
  },
};
