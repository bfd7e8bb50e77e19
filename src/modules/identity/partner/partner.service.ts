import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { grantsFor } from '../../../kernel/authz/permissions';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { DirectoryFacade } from '../../directory/directory.facade';
import { refuse } from '../identity.errors';
import { identityPermissions } from '../identity.permissions';
import { hashClientSecret, newClientSecret } from '../issuer/client-secrets';
import { KnownActors } from '../sign-in/known-actors';
import { faultOfKeys } from './jwks.rules';
import { Partner } from './partner.entity';
import type { PartnerReasonInput, PartnerView, RegisterPartnerInput } from './partner.inputs';
import { Partners } from './partner.store';

@Injectable()
export class PartnerService {
  constructor(
    private readonly tx: Tx,
    private readonly partners: Partners,
    private readonly directory: DirectoryFacade,
    private readonly known: KnownActors,
  ) {}

  /** `given`: client id and secret of a system that others must know beforehand, as in the demo region. */
  register(
    by: Actor,
    { name, organizationId, jwks }: RegisterPartnerInput,
    given?: { clientId: string; clientSecret: string },
  ): Promise<PartnerView> {
    return this.tx.run(async () => {
      const [organization] = await this.directory.organizationsById([organizationId]);
      if (organization?.state !== 'active') throw refuse('no-such-organization');
      this.mustCover(by, organization.areaPath);
      const fault = jwks && faultOfKeys(jwks);
      if (fault) throw refuse('key-unsound', { values: { reason: fault.detail }, errors: [fault] });
      const secret = given && { secret: given.clientSecret, hash: hashClientSecret(given.clientSecret) };
      const made = jwks ? undefined : (secret ?? newClientSecret());
      const clientId =
        given?.clientId ?? `partner-${organization.uscc.toLowerCase()}-${this.tx.now.replace(/\D/g, '').slice(2, 17)}`;
      const partner = Partner.register({
        name,
        organizationId,
        areaPath: organization.areaPath,
        clientId,
        jwks,
        secretHash: made?.hash,
      });
      await this.partners.save(by, partner);
      return view(partner, made?.secret);
    });
  }

  /** An administrator registers systems of organizations in their own area only. */
  private mustCover(by: Actor, areaPath: string[]): void {
    const grants = grantsFor(by, identityPermissions['partner.manage']);
    if (by.kind === 'platform' || grants.some(({ area, unit }) => (area ? areaPath.includes(area) : !unit))) return;
    throw refuseKernel('not-allowed');
  }

  rotate(by: Actor, id: string): Promise<PartnerView> {
    return this.tx.run(async () => {
      const partner = await this.partners.lookupFor(by, 'rotate', id);
      const { secret, hash } = newClientSecret();
      partner.rotate(hash);
      await this.partners.save(by, partner);
      return view(partner, secret);
    });
  }

  deactivate(by: Actor, id: string, { reason }: PartnerReasonInput): Promise<PartnerView> {
    return this.tx.run(async () => {
      const partner = await this.partners.lookupFor(by, 'deactivate', id);
      partner.deactivate(reason);
      await this.partners.save(by, partner);
      this.known.forget(id);
      return view(partner);
    });
  }
}

function view({ id, state, name, organizationId, clientId }: Partner, clientSecret?: string): PartnerView {
  return { id, state, name, organizationId, clientId, ...(clientSecret && { clientSecret }) };
}
