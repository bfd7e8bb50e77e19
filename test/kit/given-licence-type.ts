import { platform } from '../../src/kernel/authz/actor';
import { LicencesFacade } from '../../src/modules/licences/licences.facade';
import { licenceTypeCode } from '../../src/modules/licences/identifier.rules';
import type { LicenceTypeContent } from '../../src/modules/licences/type/licence-type.entity';
import { newUscc } from './given-organization';
import type { World } from './world';

export const licenceTypeContent: LicenceTypeContent = {
  name: '食品经营许可证',
  metadata: {
    type: 'object',
    properties: {
      scope: { type: 'string', maxLength: 500, 'x-gb36903': 'KZ_JYXM' },
      premises: { type: 'string', maxLength: 500, 'x-gb36903': 'KZ_JYCS' },
    },
  },
  selectivelyDisclosable: ['premises'],
  oneValidPerHolder: true,
  template: 'standard',
};

/** A published type of licence, another one each time. */
export async function givenLicenceType(
  w: Pick<World, 'get'>,
  overrides: Partial<LicenceTypeContent & { typeCode: string }> = {},
): Promise<{ typeCode: string; name: string }> {
  const type = { typeCode: licenceTypeCode(newUscc(), 1), ...licenceTypeContent, ...overrides };
  await w.get(LicencesFacade).publishType(platform('test'), type);
  return { typeCode: type.typeCode, name: type.name };
}
