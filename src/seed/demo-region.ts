import { setTimeout as sleep } from 'node:timers/promises';
import { History } from '../kernel/history/history';
import { runIn } from '../kernel/http/context';
import { Db } from '../kernel/persistence/db';
import { Tx } from '../kernel/persistence/tx';
import { IdentityFacade } from '../modules/identity/identity.facade';
import { arrangementSection, delegationSection, journeySection, ratingSection } from './afterwards';
import { bundleSection } from './bundle';
import { caseSections } from './cases';
import { adoptionSection, commitmentSection, nationalSection, regionalSection } from './catalogue';
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
  adoptionSection,
  commitmentSection,
  listSection,
  bundleSection,
  delegationSection,
  arrangementSection,
  ...caseSections,
  ratingSection,
  journeySection,
  ...recordsToTry,
];

/** Makes what is missing of the demo region. A second run writes nothing; two at once share the work. */
export async function seedDemoRegion(house: House, say: Say = () => undefined): Promise<void> {
  let told = '';
  const tell = ({ says }: Section) => {
    if (says !== told) say(`Seeding the demo region: ${says} ...`);
    told = says;
  };
  for (const section of sections)
    if (!(await isThere(house, section))) while (!(await isMade(house, section, tell))) await sleep(200);
}

const isThere = async (house: House, { mark }: Section): Promise<boolean> =>
  (await house.get(History).of(mark.kind, mark.id)).length > 0;

/** False while another process is making something. */
function isMade(house: House, section: Section, tell: (section: Section) => void): Promise<boolean> {
  return house.get(Tx).run(async () => {
    const lock = await house.get(Db).one<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext('demo-region')) as mine`);
    if (!lock!.mine) return false;
    if (await isThere(house, section)) return true;
    tell(section);
    await runIn(asTheSeed, () => section.make(house));
    return true;
  });
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
