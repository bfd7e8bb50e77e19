import { Entity } from 'typeorm';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Json, Ref, WordList, Words } from '../../../kernel/persistence/columns';
import { PartnerChanged } from '../identity.events';
import { partnerLifecycle, type PartnerState } from './partner.lifecycle';

export interface PartnerFacts {
  name: string;
  organizationId: string;
  areaPath: string[];
  clientId: string;
  secretHash?: string;
  jwks?: object;
}

/** A department's own system that calls the API for its organization (接入系统). */
@Entity({ schema: 'identity', name: 'partner' })
export class Partner extends Aggregate<PartnerState> {
  @Words() readonly name: string;
  @Ref() readonly organizationId: string;
  @WordList() readonly areaPath: string[];
  @Words() readonly clientId: string;
  /** Two at most: the new one and the one it replaces. */
  @WordList() secretHashes: string[];
  @Json({ nullable: true }) readonly jwks: object | null;
  @WordList() readonly scopes: string[];

  static register({ secretHash, jwks, ...facts }: PartnerFacts): Partner {
    const partner = new Partner();
    Object.assign(partner, {
      state: 'active',
      secretHashes: secretHash ? [secretHash] : [],
      jwks: jwks ?? null,
      scopes: ['api'],
      ...facts,
    });
    partner.mark('register', { clientId: facts.clientId });
    partner.tell(PartnerChanged({ partnerId: partner.id }));
    return partner;
  }

  /** The new secret works at once; the one before it until the next change. */
  rotate(secretHash: string): void {
    this.move(partnerLifecycle, 'rotate');
    this.secretHashes = [secretHash, ...this.secretHashes].slice(0, 2);
  }

  deactivate(reason: string): void {
    this.move(partnerLifecycle, 'deactivate', { reason });
    this.tell(PartnerChanged({ partnerId: this.id }));
  }
}
