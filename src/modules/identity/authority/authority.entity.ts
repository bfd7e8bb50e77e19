import { Entity } from 'typeorm';
import type { Vault } from '../../../kernel/persistence/vault';
import { Aggregate } from '../../../kernel/persistence/aggregate';
import { Day, Ref, Words } from '../../../kernel/persistence/columns';
import { AuthorityGiven, AuthorityRevoked } from '../identity.events';
import { type Proof, sealedProof } from '../proof';
import { authorityLifecycle, type AuthorityState } from './authority.lifecycle';

export interface AuthorityFacts {
  partyId: string;
  agentId: string;
  ground: 'legal-representative' | 'agent';
  validFrom: string;
  validTo?: string;
}

/** A recorded, revocable authority to act for a party (授权委托). */
@Entity({ schema: 'identity', name: 'authority' })
export class Authority extends Aggregate<AuthorityState> {
  @Ref() readonly partyId: string;
  @Ref() readonly agentId: string;
  @Words() readonly ground: AuthorityFacts['ground'];
  @Day() readonly validFrom: string;
  @Day({ nullable: true }) readonly validTo: string | null;

  static give({ validTo, ...facts }: AuthorityFacts): Authority {
    const authority = new Authority();
    Object.assign(authority, { state: 'active', validTo: validTo ?? null, ...facts });
    authority.mark('give', { ground: facts.ground });
    authority.tell(AuthorityGiven({ authorityId: authority.id, partyId: facts.partyId, agentId: facts.agentId }));
    return authority;
  }

  /** The legal representative whom the certificate of registration names; what was seen stays in the history, sealed. */
  static ofRepresentative(
    vault: Vault,
    facts: Pick<AuthorityFacts, 'partyId' | 'agentId' | 'validFrom'>,
    seen: Proof,
  ): Authority {
    const authority = Authority.give({ ...facts, ground: 'legal-representative' });
    authority.mark('give', { proof: sealedProof(vault, seen, { table: 'identity.authority', id: authority.id }) });
    return authority;
  }

  /** Its days are over and another one takes its place. */
  lapse(): void {
    this.move(authorityLifecycle, 'lapse');
  }

  revoke(): void {
    this.move(authorityLifecycle, 'revoke');
    this.tell(AuthorityRevoked({ authorityId: this.id, partyId: this.partyId, agentId: this.agentId }));
  }
}
