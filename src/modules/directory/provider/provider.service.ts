import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/authz/actor';
import { refuse as refuseKernel } from '../../../kernel/http/kernel.errors';
import { Tx } from '../../../kernel/persistence/tx';
import { DivisionService } from '../division/division.service';
import { Organizations } from '../organization/organization.store';
import { Provider } from './provider.entity';
import type { ChangeProviderInput, CloseProviderInput, RegisterProviderInput } from './provider.inputs';
import { providerEditors } from './provider.policy';
import { Providers } from './provider.store';

@Injectable()
export class ProviderService {
  constructor(
    private readonly tx: Tx,
    private readonly providers: Providers,
    private readonly divisions: DivisionService,
    private readonly organizations: Organizations,
  ) {}

  register(by: Actor, { kind, divisionCode, ...facts }: RegisterProviderInput): Promise<Provider> {
    return this.tx.run(async () => {
      const { areaPath } = await this.divisions.siteIn(divisionCode);
      if (!providerEditors.test({ areaPath }, by)) throw refuseKernel('not-allowed');
      const provider = Provider.register({ kind, divisionCode, areaPath }, facts);
      await this.organizations.mustBeActive(provider.supervisorId, provider.complaintOrganizationId);
      await this.providers.save(by, provider);
      return provider;
    });
  }

  change(by: Actor, id: string, version: number, input: ChangeProviderInput): Promise<Provider> {
    return this.tx.run(async () => {
      const provider = await this.providers.lookupFor(by, 'change', id, version);
      provider.change(input);
      await this.organizations.mustBeActive(provider.supervisorId, provider.complaintOrganizationId);
      await this.providers.save(by, provider);
      return provider;
    });
  }

  close(by: Actor, id: string, { reason }: CloseProviderInput): Promise<Provider> {
    return this.tx.run(async () => {
      const provider = await this.providers.lookupFor(by, 'close', id);
      provider.close(reason);
      await this.providers.save(by, provider);
      return provider;
    });
  }
}
