import { platform } from '../../src/kernel/authz/actor';
import { Clock } from '../../src/kernel/clock/clock';
import { shanghaiDay } from '../../src/kernel/clock/day';
import { uuidv7 } from '../../src/kernel/persistence/uuid';
import { type LicenceCard, LicencesFacade, type LicenceToIssue } from '../../src/modules/licences/licences.facade';
import { person, type Somebody } from './actors';
import { givenLicenceType } from './given-licence-type';
import { givenOrganization } from './given-organization';
import type { World } from './world';

export interface GivenLicence {
  licence: LicenceCard;
  holder: Somebody;
  unit: string;
}

/** A licence of a new person, issued today by a new organization. */
export async function givenLicence(
  w: World,
  overrides: Partial<LicenceToIssue> & { holder?: Somebody } = {},
): Promise<GivenLicence> {
  const { holder = await person(w), ...rest } = overrides;
  const toIssue: LicenceToIssue = {
    typeCode: rest.typeCode ?? (await givenLicenceType(w)).typeCode,
    holderId: holder.id,
    issuerOrganizationId: rest.issuerOrganizationId ?? (await givenOrganization(w)).id,
    fields: { scope: '热食类食品制售', premises: '解放北路1号' },
    validFrom: shanghaiDay(await w.get(Clock).now()),
    basis: { kind: 'test.decision', id: uuidv7() },
    ...rest,
  };
  const licence = await w.get(LicencesFacade).issue(platform('test'), toIssue);
  return { licence, holder, unit: toIssue.issuerOrganizationId };
}
