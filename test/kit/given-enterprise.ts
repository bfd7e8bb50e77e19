import { platform } from '../../src/kernel/authz/actor';
import { IdentityFacade } from '../../src/modules/identity/identity.facade';
import { newUscc } from './given-organization';
import type { World } from './world';

/** What a clerk saw of the certificate of registration (营业执照). */
export const certificate = { how: 'certificate-original', reference: '示例营业执照正本 1' };

/** An enterprise with its legal representative, registered on its certificate. */
export function givenEnterprise(w: World, representativeId: string, name = '示例商贸有限公司'): Promise<{ id: string }> {
  const facts = { uscc: newUscc(), name, representativeId, proof: certificate };
  return w.get(IdentityFacade).registerLegalPerson(platform('test'), facts);
}
