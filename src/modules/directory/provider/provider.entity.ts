import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Ref, WordList, Words } from '../../../kernel/persistence/columns';
import { ProviderClosed, ProviderRegistered } from '../directory.events';
import { refuse } from '../directory.errors';
import type { ProviderKind } from './provider-kind.rules';
import { providerLifecycle, type ProviderState } from './provider.lifecycle';

export interface ProviderFacts {
  name: string;
  supervisorId: string;
  address?: string;
  phone?: string;
  complaint?: { phone?: string; organizationId?: string };
}

interface Standing {
  kind: ProviderKind;
  divisionCode: string;
  areaPath: string[];
}

/** Water, power, gas, notaries, legal aid and the like: near to people's lives, and no organ of government (非政府服务单位). */
@Entity({ schema: 'directory', name: 'provider' })
export class Provider extends Aggregate<ProviderState> {
  @Words() readonly kind: ProviderKind;
  @Words() readonly divisionCode: string;
  @WordList() readonly areaPath: string[];
  @Words() name: string;
  @Ref() supervisorId: string;
  @Words({ nullable: true }) phone: string | null;
  @Words({ nullable: true }) address: string | null;
  @Words() complaintPhone: string;
  @Ref() complaintOrganizationId: string;

  static register({ kind, divisionCode, areaPath }: Standing, facts: ProviderFacts): Provider {
    const provider = Object.assign(new Provider(), { kind, divisionCode, areaPath, state: 'active' });
    provider.set(facts);
    provider.mark('register', { kind, divisionCode });
    provider.tell(ProviderRegistered({ providerId: provider.id, kind, divisionCode }));
    return provider;
  }

  change(facts: ProviderFacts): void {
    this.move(providerLifecycle, 'change', { before: this.name, after: facts.name });
    this.set(facts);
  }

  close(reason: string): void {
    this.move(providerLifecycle, 'close', { reason });
    this.tell(ProviderClosed({ providerId: this.id }));
  }

  /** directory/D7 */
  private set({ name, supervisorId, address, phone, complaint = {} }: ProviderFacts): void {
    const missing = (['phone', 'organizationId'] as const).filter((field) => !complaint[field]);
    const errors = missing.map((field) => ({ pointer: `/complaint/${field}`, code: 'missing', detail: 'is required' }));
    if (errors.length) throw refuse('complaint-route-missing', { errors });
    const route = { complaintPhone: complaint.phone, complaintOrganizationId: complaint.organizationId };
    Object.assign(this, { name, supervisorId, address: address ?? null, phone: phone ?? null, ...route });
  }
}
