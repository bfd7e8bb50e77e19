import { History } from '../kernel/history/history';
import { runIn } from '../kernel/http/context';
import { Tx } from '../kernel/persistence/tx';
import { IdentityFacade } from '../modules/identity/identity.facade';
import { delegationSection, journeySection, ratingSection } from './afterwards';
import { bundleSection } from './bundle';
import { caseSections } from './cases';
import { nationalSection, regionalSection } from './catalogue';
import { recordsToTry } from './console/sections';
import { type House, type Section, seeding } from './house';
import { licenceTypeSection } from './licence-types';
import { listSection } from './lists';
import { organizationSection } from './organizations';
import { peopleSection } from './people';
import { placeSection } from './places';
import { DEMO_PASSWORD, demoSignIns, partner } from './sign-ins';

type Say = (line: string) => void;

/** The demo region in the order in which it is made. */
const sections: Section[] = [
  organizationSection,
  peopleSection,
  placeSection,
  licenceTypeSection,
  nationalSection,
  regionalSection,
  listSection,
  bundleSection,
  delegationSection,
  ...caseSections,
  ratingSection,
  journeySection,
  ...recordsToTry,
];

/** Makes what is missing of the demo region. A second run writes nothing. */
export async function seedDemoRegion(house: House, say: Say = () => undefined): Promise<void> {
  let told = '';
  for (const { says, mark, make } of sections) {
    if ((await house.get(History).of(mark.kind, mark.id)).length) continue;
    if (says !== told) say(`Seeding the demo region: ${says} ...`);
    told = says;
    await house.get(Tx).run(() => runIn(asTheSeed, () => make(house)));
  }
}

/** Staff of the demo region open what they decide about: for that they name a purpose, as anybody does. */
const asTheSeed = {
  ...{ requestId: 'demo-region', traceId: 'demo-region', language: 'zh' as const },
  ...{ by: seeding, purpose: 'case-handling' },
};

/** On the sign-in page. */
export function showDemoSignIns(house: House): void {
  house.get(IdentityFacade).showDemoSignIns(demoSignIns);
}

export function tellDemoSignIns(say: Say): void {
  say(`Demo sign-ins  password ${DEMO_PASSWORD}`);
  for (const { signInName, label } of demoSignIns) say(`  ${signInName.padEnd(22)} ${label}`);
  say(`  ${partner.clientId.padEnd(22)} 接入系统 (client credentials)`);
}
