import { Tx } from '../kernel/persistence/tx';
import { IdentityFacade } from '../modules/identity/identity.facade';
import type { House, Section } from './house';
import { organizationSection } from './organizations';
import { peopleSection } from './people';
import { DEMO_PASSWORD, demoSignIns, partner } from './sign-ins';

type Say = (line: string) => void;

/** The demo region in the order in which it is made. */
const sections: Section[] = [organizationSection, peopleSection];

/** Makes what is missing of the demo region. A second run writes nothing. */
export async function seedDemoRegion(house: House, say: Say = () => undefined): Promise<void> {
  for (const section of sections) {
    if (await section.there(house)) continue;
    say(`Seeding the demo region: ${section.says} ...`);
    await house.get(Tx).run(() => section.make(house));
  }
}

/** On the sign-in page. */
export function showDemoSignIns(house: House): void {
  house.get(IdentityFacade).showDemoSignIns(demoSignIns);
}

export function tellDemoSignIns(say: Say): void {
  say(`Demo sign-ins  password ${DEMO_PASSWORD}`);
  for (const { signInName, label } of demoSignIns) say(`  ${signInName.padEnd(22)} ${label}`);
  say(`  ${partner.clientId.padEnd(22)} 接入系统 (client credentials)`);
}
