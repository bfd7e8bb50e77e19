import { platform } from '../../src/kernel/authz/actor';
import { gb11714Check, gb32100Check } from '../../src/kernel/validation/check-digits';
import { DirectoryFacade, type OrganizationCard } from '../../src/modules/directory/directory.facade';
import type { World } from './world';

const DISTRICT = '650102000000';
let serial = 1000;

/** An organ of a division (天山区 unless told), another one each time. */
export function givenOrganization(
  w: Pick<World, 'get'>,
  { divisionCode = DISTRICT, name = `示例机构${serial}` }: { divisionCode?: string; name?: string } = {},
): Promise<OrganizationCard> {
  const uscc = newUscc(divisionCode);
  return w.get(DirectoryFacade).registerOrganization(platform('test'), { uscc, name, divisionCode });
}

/** A unified social credit code of no organization: the body 99X9xxxx is fictional, both check characters agree. */
export function newUscc(divisionCode = DISTRICT): string {
  const body = `99X9${serial++}`;
  const code = `11${divisionCode.slice(0, 6)}${body}${gb11714Check(body)}`;
  return code + gb32100Check(code);
}
