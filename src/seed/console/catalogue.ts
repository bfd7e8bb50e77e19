import { Clock } from '../../kernel/clock/clock';
import { shanghaiDay } from '../../kernel/clock/day';
import { CatalogFacade } from '../../modules/catalog/catalog.facade';
import { demoOutsideDocument, demoProposal, demoStandard, StandingFacade } from '../../modules/catalog/standing.facade';
import { catalogueHands, regionalItems } from '../catalogue';
import { idOf, named, type Section } from '../house';
import { elementsOf } from '../items/item-row';
import { COUNTY, organization } from '../organizations';
import { asStaff } from '../people';
import { says } from './says';

/** An item that is offered until somebody withdraws it. */
export const WITHDRAWABLE = '652014901W06';

/** One that waits for its day. */
const SCHEDULED = '652014901W09';
const YEAR = 365 * 86_400_000;

const item = (basicCode: string) => elementsOf({ ...regionalItems.at(-1)!, basicCode, name: '演示服务事项' });

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
      ['652014901W08', 'reviewed'],
    ] as const)
      await named('item', code, () => catalog.bringTo(state, catalogueHands(), item(code)));
    const nextYear = shanghaiDay(new Date(Date.parse(await house.get(Clock).now()) + YEAR).toISOString());
    await named('item', SCHEDULED, () => catalog.bringOut(catalogueHands(), item(SCHEDULED), nextYear));
    await named('item', WITHDRAWABLE, () => catalog.bringOut(catalogueHands(), item(WITHDRAWABLE)));
  },
};

/** A list kept elsewhere, an item listed for handling on commitment, and one that waits for it. */
export const standingRecords: Section = {
  ...{ says, mark: { kind: 'catalog.commitment-listing', id: idOf('commitment', 'to-revoke') } },
  make: async (house) => {
    const standing = house.get(StandingFacade);
    const { editor, publisher } = catalogueHands();
    await named('outside-list', 'market-access', () => standing.importOutsideList(publisher, demoOutsideDocument));
    const waiting = { ...demoProposal, basicCode: '000118017000' };
    await named('commitment', 'to-publish', () => standing.listForCommitment({ editor }, waiting));
    const listed = { ...demoProposal, basicCode: '000118040000' };
    await named('commitment', 'to-revoke', () => standing.listForCommitment({ editor, publisher }, listed));
  },
};

/** Splitting standards on their way to publication, and a published one. */
export const standardRecords: Section = {
  ...{ says, mark: { kind: 'catalog.splitting-standard', id: idOf('standard', 'published') } },
  make: async (house) => {
    const standing = house.get(StandingFacade);
    const people = {
      ...{ drafter: asStaff('region-editor'), reporter: asStaff('service-administrator') },
      ...{ signer: asStaff('county-head'), publisher: asStaff('service-administrator') },
    };
    const facts = { ...demoStandard, organizationId: organization('region-hr').id, places: [COUNTY] };
    for (const [name, state, basicCode] of [
      ['to-edit', 'draft', '000115018000'],
      ['to-pilot', 'draft', '000115023000'],
      ['to-report', 'piloting', '000117007000'],
      ['to-sign', 'piloted', '000117054002'],
      ['to-publish', 'countersigned', '000131009000'],
      ['to-discard', 'draft', '000121008000'],
      ['published', 'published', '000131018000'],
    ] as const)
      await named('standard', name, () => standing.bringStandardTo(state, people, { ...facts, basicCode }));
  },
};
