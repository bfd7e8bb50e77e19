import { CatalogFacade } from '../modules/catalog/catalog.facade';
import { demoProposal, StandingFacade } from '../modules/catalog/standing.facade';
import { idOf, named, type Section, seeding } from './house';
import { building } from './items/building';
import { health, newborn } from './items/health';
import { humanResources } from './items/human-resources';
import { elementsOf, type ItemRow } from './items/item-row';
import { trade } from './items/trade';
import { welfareAndTax } from './items/welfare-and-tax';
import { COUNTY, organization, PREFECTURE, REGION } from './organizations';
import { asStaff } from './people';
import { type StaffName, unitOf } from './sign-ins';

/** Real items of the national catalogue: codes, names, limits and bases are facts, the sentences are our own. */
export const nationalItems: ItemRow[] = [...humanResources, ...health, ...building, ...trade, ...welfareAndTax];
export const regionalItems: ItemRow[] = newborn;

export const itemRow = (basicCode: string): ItemRow =>
  [...nationalItems, ...regionalItems].find((row) => row.basicCode === basicCode)!;

/** 国家目录: as the nation has laid them down; not reviewed again here (catalog/C2). */
export const nationalSection: Section = {
  says: `${nationalItems.length} national catalogue items`,
  mark: { kind: 'catalog.item', id: idOf('item', nationalItems[0]!.basicCode) },
  make: async (house) => {
    for (const row of nationalItems)
      await named('item', row.basicCode, () => house.get(CatalogFacade).takeNational(seeding, elementsOf(row), 'demo-region'));
  },
};

/** 联合审核单位 */
const offices = {
  ...{ leadId: organization('region-office').id, legalId: organization('region-justice').id },
  ...{ administrationId: organization('region-services').id, establishmentId: organization('region-establishment').id },
};
const REVIEWERS: StaffName[] = [
  ...(['joint-reviewer', 'legal-reviewer', 'administration-reviewer', 'establishment-reviewer'] as const),
  ...(['prefecture-reviewer', 'second-prefecture-reviewer'] as const),
];

/** Who brings an item of the region's own to publication. */
export const catalogueHands = () => ({
  editor: asStaff('catalogue-editor'),
  publisher: asStaff('service-administrator'),
  reviewerAt: (organizationId: string) => asStaff(REVIEWERS.find((name) => unitOf(name) === organizationId)!),
  prefectures: [organization('prefecture-services').id, organization('second-prefecture-services').id],
});

/** 地方自设: drafted, reviewed by six organizations, countersigned and published (catalog/C3). */
export const regionalSection: Section = {
  says: "items of the region's own",
  mark: { kind: 'catalog.item', id: idOf('item', regionalItems[0]!.basicCode) },
  make: async (house) => {
    await named('review-board', 'region', () => house.get(CatalogFacade).nameReviewBoard(seeding, offices));
    const hands = catalogueHands();
    for (const row of regionalItems)
      await named('item', row.basicCode, () => house.get(CatalogFacade).bringOut(hands, elementsOf(row)));
  },
};

const everyCode = [...nationalItems, ...regionalItems].map(({ basicCode }) => basicCode);

/** 承接: region, prefecture and county adopt in bulk what their level exercises (catalog/C5); the rest stays unanswered. */
export const adoptionSection: Section = {
  says: 'what region, prefecture and county have adopted',
  mark: { kind: 'catalog.adoption', id: idOf('adoption', COUNTY) },
  make: async (house) => {
    for (const division of [REGION, PREFECTURE, COUNTY])
      await named('adoption', division, () => house.get(StandingFacade).adopt(seeding, { division, basicCodes: everyCode }));
  },
};

/** 告知承诺事项: assessed, and listed by two people (catalog/C7). */
export const commitmentSection: Section = {
  says: 'an item for handling on commitment',
  mark: { kind: 'catalog.commitment-listing', id: idOf('commitment', 'subsidy') },
  make: async (house) => {
    const proposal = { ...demoProposal, basicCode: '002014105001' };
    await named('commitment', 'subsidy', () => house.get(StandingFacade).listForCommitment(catalogueHands(), proposal));
  },
};
